// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

@main
struct Skillmix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "skillmix")
}
