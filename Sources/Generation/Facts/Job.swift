// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody is engaged as: roles, the pool it belongs to, pay bands, and what people in it are signed
/// off in.
///
/// Bands are an assumption (A) except where a role is named after its band's job profile; council and
/// independent posts are priced as the health service's band of like work (A).
struct Job: Sendable {
    let roles: [String]
    /// The short form in staff identifiers.
    let code: String
    let pool: Pool
    /// Bands in turn, for the first, second, … person of the job in a place.
    let bands: [Money.Band]
    let skills: [Skill]

    static let physiotherapist = Job(
        roles: ["physiotherapist"], code: "PT", pool: .therapy,
        bands: [Money.band6, Money.band5, Money.band7],
        skills: Skills.therapist + Skills.physiotherapist)
    static let occupationalTherapist = Job(
        roles: ["occupational-therapist"], code: "OT", pool: .therapy,
        bands: [Money.band6, Money.band5, Money.band7],
        skills: Skills.therapist + Skills.occupationalTherapist)
    static let nurse = Job(
        roles: ["nurse"], code: "NU", pool: .nursing, bands: [Money.band5, Money.band6], skills: Skills.nurse)
    static let paramedic = Job(
        roles: ["paramedic"], code: "PA", pool: .nursing, bands: [Money.band6], skills: Skills.paramedic)
    static let socialWorker = Job(
        roles: ["social-worker"], code: "SO", pool: .socialWork, bands: [Money.band6],
        skills: Skills.socialWorker)
    static let speechTherapist = Job(
        roles: ["speech-and-language-therapist"], code: "SL", pool: .speech, bands: [Money.band6],
        skills: Skills.speechTherapist)
    static let supportWorker = Job(
        roles: ["support-worker"], code: "SW", pool: .rehabilitation, bands: [Money.band3],
        skills: Skills.supportWorker)
    static let seniorSupportWorker = Job(
        roles: ["senior-support-worker"], code: "SS", pool: .rehabilitation, bands: [Money.band3],
        skills: Skills.seniorSupportWorker)
    static let assistantPractitioner = Job(
        roles: ["assistant-practitioner"], code: "AP", pool: .rehabilitation, bands: [Money.band4],
        skills: Skills.assistantPractitioner)
    static let reablementWorker = Job(
        roles: ["reablement-worker"], code: "RW", pool: .care, bands: [Money.band3],
        skills: Skills.reablementWorker)
    static let seniorReablementWorker = Job(
        roles: ["senior-reablement-worker", "trusted-assessor"], code: "SR", pool: .care,
        bands: [Money.band4],
        skills: Skills.seniorReablementWorker)
    static let healthcareAssistant = Job(
        roles: ["healthcare-assistant"], code: "HC", pool: .care, bands: [Money.band2],
        skills: Skills.healthcareAssistant)
    static let administrator = Job(
        roles: ["administrator"], code: "AD", pool: .administration, bands: [Money.band3],
        skills: Skills.administrator)
    static let student = Job(
        roles: ["student"], code: "ST", pool: .care, bands: [], skills: Skills.student)
    static let nursingStudent = Job(
        roles: ["nursing-student"], code: "NS", pool: .care, bands: [], skills: Skills.nursingStudent)
    static let volunteer = Job(
        roles: ["volunteer"], code: "VO", pool: .volunteering, bands: [], skills: Skills.volunteer)
}
