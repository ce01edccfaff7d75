// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A kind of team, and how it is staffed and opened. Every figure here is an assumption (A) unless marked.
struct Service: Sendable {
    /// What follows the locality or the place in a team's identifier.
    let suffix: String
    let name: String
    let pathway: String
    let setting: Team.Setting
    /// The parts of the day it is open, as indices of `WorkingWeek.parts`.
    let parts: [Int]
    /// How the people on duty are spread over the parts of the day.
    let partWeights: [Int]
    /// How the people on duty are spread over the week, Monday to Sunday.
    let dayWeights: [Int]
    /// Pairs of parts that make a day's work.
    let shifts: [[Int]]
    /// Jobs in turn: the first, second, … person of the team.
    let jobs: [Job]
    /// What registered people of the team are signed off in whatever their job.
    let essentials: [Skill]
    /// Support workers doing delegated work that one registered person may oversee (A: 1 to 6, local).
    let span: Double?
    /// Own staff for each head wanted in a session; nil: no minimum.
    let staffPerMinimumHead: Int?
    let demand: [Want]

    /// Which way people come to it: response from home, teams at home and beds out of hospital, the hub both (A).
    var source: CareSource? {
        pathway == Service.response.pathway ? .stepUp : pathway == Service.hub.pathway ? nil : .stepDown
    }

    /// A home team of therapists and therapy support workers (P1).
    static let home = Service(
        suffix: "home", name: "home therapy team", pathway: "P1", setting: .home, parts: [0, 1],
        partWeights: [50, 50, 0], dayWeights: therapyDays, shifts: [[0, 1]],
        jobs: [
            .physiotherapist, .supportWorker, .occupationalTherapist, .seniorSupportWorker,
            .assistantPractitioner, .physiotherapist, .supportWorker, .occupationalTherapist, .supportWorker,
            .seniorSupportWorker,
        ], essentials: [], span: 6, staffPerMinimumHead: nil, demand: Want.ofHomeTherapy)

    /// A reablement team of a council (P1); the home team of the locality supervises it.
    static let reablement = Service(
        suffix: "reablement", name: "reablement team", pathway: "P1", setting: .home, parts: [0, 1, 2],
        partWeights: Stay.visitsByPart, dayWeights: everyDay, shifts: [[0, 1], [1, 2], [0, 2]],
        jobs: [
            .reablementWorker, .seniorReablementWorker, .reablementWorker, .healthcareAssistant,
            .reablementWorker, .reablementWorker, .reablementWorker, .seniorReablementWorker,
            .healthcareAssistant, .reablementWorker,
        ], essentials: [], span: 6, staffPerMinimumHead: nil, demand: Want.ofReablement)

    /// Both in one, where a place is too small for two.
    static let integratedHome = Service(
        suffix: "home", name: "home team", pathway: "P1", setting: .home, parts: [0, 1, 2],
        partWeights: [45, 30, 25], dayWeights: everyDay, shifts: [[0, 1], [1, 2], [0, 2]],
        jobs: [
            .physiotherapist, .reablementWorker, .occupationalTherapist, .supportWorker,
            .seniorReablementWorker, .reablementWorker, .seniorSupportWorker, .physiotherapist,
            .reablementWorker, .assistantPractitioner, .healthcareAssistant, .supportWorker,
        ], essentials: [], span: 6, staffPerMinimumHead: nil,
        demand: Want.ofHomeTherapy + Want.ofReablement)

    /// The daytime team of a unit of rehabilitation beds (P2). Its nights are planned on the unit.
    static let beds = Service(
        suffix: "beds", name: "rehabilitation beds", pathway: "P2", setting: .bed, parts: [0, 1, 2],
        partWeights: [45, 30, 25], dayWeights: everyDay, shifts: [[0, 1], [1, 2], [0, 2]],
        jobs: [
            .nurse, .healthcareAssistant, .physiotherapist, .healthcareAssistant, .occupationalTherapist,
            .nurse,
            .seniorSupportWorker, .healthcareAssistant, .nurse, .assistantPractitioner, .speechTherapist,
            .healthcareAssistant,
        ], essentials: [Skill("board-round", 2, 1000)], span: 6, staffPerMinimumHead: 4, demand: Want.ofBeds)

    /// Urgent community response: two-hour visits to avoid an admission.
    static let response = Service(
        suffix: "response", name: "urgent community response", pathway: "UCR", setting: .home,
        parts: [0, 1, 2],
        partWeights: [36, 34, 30], dayWeights: everyDay, shifts: [[0, 1], [1, 2], [0, 2]],
        jobs: [
            .nurse, .paramedic, .seniorSupportWorker, .physiotherapist, .nurse, .occupationalTherapist,
            .paramedic,
            .seniorSupportWorker, .nurse, .assistantPractitioner,
        ], essentials: [Skill("falls-response", 3, 1000), Skill("deterioration", 3, 1000)], span: nil,
        staffPerMinimumHead: 4, demand: Want.ofResponse)

    /// The care transfer hub: which pathway, how soon.
    static let hub = Service(
        suffix: "hub", name: "care transfer hub", pathway: "hub", setting: .hub, parts: [0, 1],
        partWeights: [50, 50, 0], dayWeights: [100, 100, 100, 100, 100, 60, 40], shifts: [[0, 1]],
        jobs: [.nurse, .socialWorker, .administrator, .occupationalTherapist, .socialWorker, .nurse],
        essentials: [Skill("transfer-triage", 3, 1000), Skill("discharge-conversation", 3, 950)], span: nil,
        staffPerMinimumHead: nil, demand: Want.ofHub)

    /// Nurses and carers who visit people at home by night.
    static let nights = Service(
        suffix: "nights", name: "night care team", pathway: "UCR", setting: .home,
        parts: [WorkingWeek.night], partWeights: [0, 0, 0, 100], dayWeights: everyDay,
        shifts: [[WorkingWeek.night]],
        jobs: [.nurse, .healthcareAssistant, .healthcareAssistant, .nurse, .healthcareAssistant],
        essentials: [Skill("falls-response", 3, 1000), Skill("deterioration", 3, 1000)], span: nil,
        staffPerMinimumHead: nil, demand: Want.ofNights)

    /// Whether it works by night, and by night alone.
    var isByNight: Bool { parts == [WorkingWeek.night] }

    private static let everyDay = [100, 100, 100, 100, 100, 100, 100]
    /// Therapists work fewer weekends than starts would ask for.
    private static let therapyDays = [80, 100, 100, 100, 100, 60, 40]
}
