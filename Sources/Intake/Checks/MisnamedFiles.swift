// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension WeekTables {
    /// Warns of files in the folder that are not read but whose names are near to one that would be.
    func lookForMisnamedFiles() {
        let known = WeekReader.folderFiles
        let names = source.folder.names()
        for name in names where !known.contains(name) && !name.hasPrefix(".") {
            guard let nearest = nearestName(to: name, in: known), !names.contains(nearest) else { continue }
            diagnostics.add(
                .warning, at: Place(file: name), found: name, expected: nearest,
                message: "the file is not read" + didYouMean(nearest))
        }
    }
}
