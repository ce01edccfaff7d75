// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension ExportSchema {
    private static let dated: [Column] = [
        .optional("EffectiveStartDate", or: "EffectiveFrom"),
        .optional("EffectiveEndDate", or: "EffectiveTo"),
        .optional("DeletionFlag", or: "Deleted"),
    ]

    /// Files of the electronic staff record. A file is the first whose required columns it has.
    static let esr: [ExportSchema] = [
        ExportSchema(
            "ESR competence definitions",
            columns: [
                .required("CompetencyName", or: "CompetenceName"),
                .required("RenewalPeriodFreq", or: "RenewalPeriodFrequency"),
                .required("RenewalPeriodUnits"),
            ] + dated, neverRead: personal),
        ExportSchema(
            "ESR competencies",
            columns: [
                .optional("EmployeeNumber", or: "StaffNumber"), .optional("PersonID"),
                .required("CompetencyName", or: "CompetenceName"), .required("ProficiencyLevel"),
                .optional("CertificationDate"), .optional("DateFrom"), .optional("NextCertificationDate"),
                .optional("DateTo"), .optional("AwardedBy"),
            ] + dated, neverRead: personal),
        ExportSchema(
            "ESR assignments",
            columns: [
                .optional("EmployeeNumber", or: "StaffNumber"), .optional("PersonID"),
                .required("NormalHoursSessions", or: "NormalHours"), .required("Frequency"), .optional("FTE"),
                .optional("Grade"), .optional("PositionID"), .required("PrimaryAssignment"),
            ] + dated, neverRead: personal),
        ExportSchema(
            "ESR people",
            columns: [
                .optional("EmployeeNumber", or: "StaffNumber"), .optional("PersonID"), .required("WTROptOut"),
            ] + dated, neverRead: personal),
        ExportSchema(
            "ESR positions",
            columns: [.required("PositionID"), .required("JobStaffGroup"), .required("JobRole")] + dated,
            neverRead: personal),
    ]
}
