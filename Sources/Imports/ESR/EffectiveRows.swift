// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Rows that hold from one day to another.
enum EffectiveRows {
    /// Ends that are none: what systems write for ever.
    private static let forever = ["47121231", "19000101"]

    /// A day that begins or ends something; nil where there is none, or it is one that stands for none.
    static func day(_ field: Field?, _ diagnostics: Diagnostics) -> CalendarDay? {
        guard let field, !isOpen(field) else { return nil }
        return field.exportDay(diagnostics)
    }

    /// Whether a field is blank or stands for no day.
    static func isOpen(_ field: Field) -> Bool {
        let plain = field.text.filter { $0.isNumber }
        return field.isBlank || forever.contains(String(plain.prefix(8)))
            || ["31124712", "01011900"].contains(String(plain.prefix(8)))
    }

    /// Whether a row was deleted.
    static func isDeleted(_ row: ExportTable.Row, _ diagnostics: Diagnostics) -> Bool {
        row["DeletionFlag"].map { $0.truth(diagnostics) != false } ?? false
    }

    /// Whether a row holds on a day.
    static func holds(
        _ row: ExportTable.Row, on day: CalendarDay, _ diagnostics: Diagnostics
    ) -> Bool {
        let from = Self.day(row["EffectiveStartDate"], diagnostics)
        let until = Self.day(row["EffectiveEndDate"], diagnostics)
        return (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
