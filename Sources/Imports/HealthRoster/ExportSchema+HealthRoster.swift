// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension ExportSchema {
    /// Headings about people that no plan needs, in whatever export they stand.
    static let personal = [
        "NI Number", "NINumber", "National Insurance Number", "DOB", "Date Of Birth", "BirthDate",
        "Post Code",
        "Home Post Code", "Address", "Home Address", "Sickness Reason", "Absence Reason",
        "Unavailability Reason", "Occupational Health", "OH Referral", "Gender", "Sex", "Ethnicity",
        "Ethnic Origin",
        "Religion", "Religious Belief", "Sexual Orientation", "Disability", "Nationality", "Telephone",
        "Mobile",
        "Email", "Email Address", "NHS Number", "Local Patient Identifier", "Person Birth Date", "Notes",
    ]

    /// Hours assignments of HealthRoster.
    static let duties = ExportSchema(
        "HealthRoster duties",
        columns: [
            .optional("HoursAssignmentID"), .required("StaffNumber", or: "EmployeeNumber"),
            .optional("Forenames", or: "Forename", "FirstName"), .optional("Surname", or: "LastName"),
            .required("EmployeeType"),
            .optional("PersonGrade", or: "PersonGradeShortName", "PersonGradeTypeName"),
            .optional("RequiredGrade", or: "RequiredGradeShortName", "RequiredGradeTypeName"),
            .optional("OwningUnit", or: "OwningUnitShortName"),
            .required("ResourcingUnit", or: "ResourcingUnitShortName"),
            .required("ValidDate", or: "DutyDate"), .optional("ShiftStart", or: "ShiftStartDate"),
            .optional("ShiftEnd", or: "ShiftEndDate"), .optional("DutyStart", or: "DutyStartTime"),
            .optional("DutyEnd", or: "DutyEndTime"), .optional("ActualStart", or: "ActualStartTime"),
            .optional("ActualEnd", or: "ActualEndTime"), .optional("WorkTime"), .optional("ContractedTime"),
            .optional("PersonWTE"), .required("FulfillmentStatus", or: "FulfilmentStatus"),
            .optional("AdditionalDutyReason"), .optional("CancelFlag", or: "Cancelled"),
            .optional("PlannedAgencyHours"), .optional("ActualAgencyHours"), .optional("AssignmentNumber"),
            .optional("CostCentre", or: "CostCentreCode"), .optional("FromRequest"),
        ], neverRead: personal)

    /// Unavailability of HealthRoster.
    static let unavailability = ExportSchema(
        "HealthRoster unavailability",
        columns: [
            .required("StaffNumber", or: "EmployeeNumber"), .required("UnavailabilityStartDate"),
            .required("UnavailabilityEndDate"), .optional("DutyStartTime"), .optional("DutyEndTime"),
            .required("UnavailabilityReasonGroup"), .required("UnavailabilityState"),
            .required("DeletedFlag"),
        ], neverRead: personal)
}
