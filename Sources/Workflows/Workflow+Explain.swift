// SPDX-License-Identifier: GPL-3.0-or-later

import Questions
import Reading
import Trials

/// A question about a plan.
public enum PlanQuestion: Sendable {
    /// Why is a demand line not met, and what would meet it?
    case line(String)
    /// Why is somebody where they are?
    case staff(String)
    /// What would it take to have somebody in a team in a session?
    case placement(staff: String, session: String, team: String)
    /// Why is somebody booked, in a session or at all?
    case booking(staff: String, session: String?)
    /// Why do two people work as a pair, or why not?
    case pair(String, String)
    /// Could somebody take a session of somebody else's, for one of theirs or for nothing?
    case exchange(Exchange)
    /// Who could give contacts of a demand line, so many people tried?
    case takersOfLine(String, most: Int)
    /// Who could be in a team in a session, so many people tried?
    case takersInTeam(String, session: String, most: Int)
}

extension Workflow {
    /// How many people are tried for something to take on, if nobody says.
    public static let usualTakers = PlanAtHand.usualTakers

    /// Answers a question about a plan, as the files of the plan and of its week stand.
    public func explain(
        _ question: PlanQuestion, plan: FilePath, of week: FilePath
    ) throws(WorkflowError) -> (answer: Answer, banner: Banner) {
        let input = try read(week: week)
        let (hand, banner) = try hand(plan, of: input)
        do throws(QuestionError) {
            return (try hand.answer(question), banner)
        } catch {
            throw WorkflowError(.question, input.words(error.description))
        }
    }
}

extension PlanAtHand {
    fileprivate func answer(_ question: PlanQuestion) throws(QuestionError) -> Answer {
        switch question {
        case .line(let line): try explain(line: line)
        case .staff(let staff): try explain(staff: staff)
        case .placement(let staff, let session, let team):
            try explain(staff: staff, session: session, team: team)
        case .booking(let staff, let session): try explain(bookingOf: staff, session: session)
        case .pair(let one, let other): try explain(pair: one, other)
        case .exchange(let exchange): try explain(exchange)
        case .takersOfLine(let line, let most): try takers(ofLine: line, most: most)
        case .takersInTeam(let team, let session, let most):
            try takers(inTeam: team, session: session, most: most)
        }
    }
}
