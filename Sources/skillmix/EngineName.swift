// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// Where runs of scenarios are done.
enum EngineName: String, ExpressibleByArgument, CaseIterable {
    case local, slurm

    var engine: ScenarioEngine {
        switch self {
        case .local: .local
        case .slurm: .slurm(SlurmUse(program: Skillmix.program))
        }
    }
}
