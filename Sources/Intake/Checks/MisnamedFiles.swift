// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Warns of files in the folder that are not read but whose names are near to one that would be.
    func lookForMisnamedFiles() {
        MisnamedFiles.tell(of: source.folder.names(), known: WeekReader.folderFiles, diagnostics)
    }
}

/// Files whose names are near to one that would be read, in the folder of a week or a rotation.
public enum MisnamedFiles {
    /// Warns of each, where the file that would be read is not there.
    public static func tell(of names: [String], known: [String], _ diagnostics: Diagnostics) {
        for name in names where !known.contains(name) && !name.hasPrefix(".") {
            guard let nearest = nearestName(to: name, in: known), !names.contains(nearest) else { continue }
            diagnostics.add(
                .warning, at: Place(file: name), found: name, expected: nearest,
                message: "the file is not read" + didYouMean(nearest))
        }
    }
}
