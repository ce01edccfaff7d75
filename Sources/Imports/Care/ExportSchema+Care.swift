// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension ExportSchema {
    /// Workers of the adult social care workforce data set.
    static let careWorkers = ExportSchema(
        "ASC-WDS workers",
        columns: [
            .optional("LOCALESTID"), .required("UNIQUEWORKERID"), .optional("STATUS"),
            .required("EMPLSTATUS"),
            .required("MAINJOBROLE"), .optional("CONTHOURS"), .optional("HOURLYRATE"),
        ], neverRead: personal)

    /// Training of the adult social care workforce data set.
    static let careTraining = ExportSchema(
        "ASC-WDS training",
        columns: [
            .optional("LOCALESTID"), .required("UNIQUEWORKERID"), .required("CATEGORY"),
            .optional("TRAININGNAME", or: "DESCRIPTION"), .optional("ACCREDITED"), .optional("WHODELIVERED"),
            .optional("PROVIDERNAME"), .optional("HOWDELIVERED"), .optional("VALIDITY"),
            .required("DATECOMPLETED"), .optional("EXPIRYDATE"),
        ], neverRead: personal)

    /// Care contacts of the community services data set.
    static let careContacts = ExportSchema(
        "care contacts (CYP201)",
        columns: [
            .required("Care Contact Identifier"), .required("Care Contact Date"),
            .required("Clinical Contact Duration Of Care Contact"),
            .required("Attendance Status", or: "Attended Or Did Not Attend Code", "Attendance Status Code"),
            .optional("Consultation Mechanism", or: "Consultation Mechanism Code"),
        ], neverRead: personal)

    /// Care activities of the community services data set.
    static let careActivities = ExportSchema(
        "care activities (CYP202)",
        columns: [
            .required("Care Contact Identifier"),
            .required("Care Professional Local Identifier", or: "Care Professional Identifier"),
            .required("Community Care Activity Type Code", or: "Community Care Activity Type"),
        ], neverRead: personal)
}
