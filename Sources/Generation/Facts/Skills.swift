// SPDX-License-Identifier: GPL-3.0-or-later

/// A competency that people of a job are usually signed off in.
struct Skill: Sendable {
    let competency: String
    let level: Int
    /// Those of a thousand who hold it at that level.
    let permille: Int

    init(_ competency: String, _ level: Int, _ permille: Int) {
        self.competency = competency
        self.level = level
        self.permille = permille
    }
}

/// Who is usually signed off in what. Every share is an assumption (A): there is no published survey, so they
/// are set high for what a job is about, lower for what it may take on, and lowest for what few are trained
/// in.
enum Skills {
    static let registeredBasics = [
        Skill("moving-handling", 3, 900), Skill("infection-prevention", 3, 930),
        Skill("deterioration", 3, 880),
        Skill("delegating-and-supervising", 3, 700),
    ]
    static let supportBasics = [
        Skill("infection-prevention", 2, 930), Skill("safeguarding-adults", 2, 950),
        Skill("deterioration", 2, 850),
    ]
    static let therapist =
        registeredBasics + [
            Skill("functional-assessment", 3, 970), Skill("goal-setting", 3, 930),
            Skill("remote-contact", 3, 800),
            Skill("carer-training", 3, 650), Skill("discharge-conversation", 3, 750),
            Skill("board-round", 2, 800),
            Skill("falls-response", 3, 400), Skill("hoisting", 3, 450), Skill("single-handed-care", 3, 300),
        ]
    static let physiotherapist = [
        Skill("exercise-prescription", 3, 980), Skill("equipment-prescription", 3, 600),
    ]
    static let occupationalTherapist = [
        Skill("exercise-prescription", 3, 650), Skill("equipment-prescription", 3, 970),
        Skill("personal-care", 3, 500),
    ]
    static let nurse =
        registeredBasics + [
            Skill("wound-care", 3, 950), Skill("medication-support", 3, 980),
            Skill("nursing-observations", 3, 990),
            Skill("continence-care", 3, 650), Skill("discharge-conversation", 3, 800),
            Skill("board-round", 2, 900),
            Skill("personal-care", 3, 900), Skill("falls-response", 3, 500), Skill("transfer-triage", 3, 250),
        ]
    static let paramedic =
        registeredBasics + [
            Skill("nursing-observations", 3, 990), Skill("falls-response", 3, 980),
        ]
    static let socialWorker = [
        Skill("social-care-assessment", 3, 1000), Skill("discharge-conversation", 3, 900),
        Skill("transfer-triage", 3, 700), Skill("board-round", 2, 600), Skill("safeguarding-adults", 4, 950),
    ]
    static let speechTherapist = [
        Skill("swallowing-assessment", 3, 1000), Skill("supported-communication", 3, 980),
        Skill("goal-setting", 3, 900), Skill("remote-contact", 3, 700), Skill("board-round", 2, 700),
    ]
    static let supportWorker =
        supportBasics + [
            Skill("exercise-programmes", 2, 950), Skill("equipment-fitting", 3, 700),
            Skill("walking-practice", 2, 300), Skill("moving-handling", 3, 870),
            Skill("personal-care", 3, 500),
            Skill("nutrition-support", 2, 400), Skill("simple-equipment", 2, 350), Skill("hoisting", 2, 450),
            Skill("single-handed-care", 3, 200),
        ]
    static let seniorSupportWorker =
        supportBasics + [
            Skill("exercise-programmes", 3, 980), Skill("walking-practice", 3, 870),
            Skill("progress-check", 3, 870),
            Skill("equipment-fitting", 3, 820), Skill("simple-equipment", 3, 450),
            Skill("carer-training", 3, 500),
            Skill("moving-handling", 3, 950), Skill("hoisting", 3, 550), Skill("personal-care", 3, 650),
            Skill("nursing-observations", 3, 600), Skill("simple-dressings", 3, 500),
            Skill("single-handed-care", 3, 350),
        ]
    static let assistantPractitioner =
        seniorSupportWorker + [
            Skill("goal-setting", 3, 600), Skill("remote-contact", 3, 600),
            Skill("nutrition-support", 3, 400),
            Skill("supported-communication", 2, 400), Skill("board-round", 3, 500),
        ]
    static let reablementWorker =
        supportBasics + [
            Skill("reablement-approach", 3, 930), Skill("personal-care", 3, 960),
            Skill("medication-support", 3, 860),
            Skill("nutrition-support", 2, 950), Skill("moving-handling", 3, 900), Skill("hoisting", 3, 350),
            Skill("exercise-programmes", 2, 300), Skill("equipment-fitting", 3, 300),
            Skill("single-handed-care", 3, 250),
        ]
    static let seniorReablementWorker =
        supportBasics + [
            Skill("reablement-approach", 3, 990), Skill("personal-care", 3, 980),
            Skill("medication-support", 3, 950),
            Skill("nutrition-support", 2, 950), Skill("moving-handling", 3, 980), Skill("hoisting", 3, 750),
            Skill("simple-equipment", 3, 950), Skill("equipment-fitting", 3, 900),
            Skill("progress-check", 3, 450),
            Skill("carer-training", 3, 500), Skill("single-handed-care", 3, 500),
        ]
    static let healthcareAssistant =
        supportBasics + [
            Skill("personal-care", 3, 980), Skill("nutrition-support", 2, 950),
            Skill("moving-handling", 3, 950),
            Skill("hoisting", 3, 800), Skill("nursing-observations", 3, 820),
            Skill("medication-support", 3, 500),
            Skill("reablement-approach", 3, 400), Skill("single-handed-care", 3, 300),
        ]
    static let administrator = [
        Skill("visit-coordination", 2, 1000), Skill("befriending", 2, 500),
        Skill("safeguarding-adults", 1, 900),
    ]
    static let student = [
        Skill("moving-handling", 2, 1000), Skill("personal-care", 2, 1000),
        Skill("nutrition-support", 2, 1000),
        Skill("infection-prevention", 2, 1000),
    ]
    static let nursingStudent = student + [Skill("nursing-observations", 3, 800)]
    static let volunteer = [
        Skill("befriending", 2, 1000), Skill("safeguarding-adults", 1, 1000),
        Skill("nutrition-support", 2, 1000),
    ]
}
