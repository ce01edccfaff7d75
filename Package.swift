// swift-tools-version: 6.3
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let package = Package(
    name: "skillmix",
    products: [.executable(name: "skillmix", targets: ["skillmix"])],
    dependencies: [
        // Commands, their help and shell completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 of the inputs, stated in every plan.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // The heap of branch and bound's nodes, whose order decides what is proved within a limit.
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // Frameworks and week.yaml, with the line and column of every node.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // SQLite: what is kept over many runs, in transactions.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The server of pages: HTTP, routes, and an end that waits for what is under way.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // The headings and methods of HTTP, as values.
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        // What stands in for a connection in the tests of the server's routes.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        // An end of the server that waits for whoever is being answered.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        // What the server says of itself.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // The guarded C door to GLPK: nothing outside it includes glpk.h.
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        // Linear and integer programmes as values, and what a solver promises.
        .target(name: "LinearModel"),
        // GLPK as a solver of those programmes.
        .target(name: "GLPK", dependencies: ["CGLPK", "LinearModel"]),
        // Random numbers of a seed and what is worked out with them, the same on every machine.
        .target(name: "SeededRandom"),
        // The domain: frameworks, weeks and plans as validated values.
        .target(name: "Workforce"),
        // Text with its place read into values: files, CSV, YAML, fields, diagnostics; and the schema of each table.
        .target(
            name: "Reading",
            dependencies: [
                "Workforce", .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        // A SQLite file that is kept over years: opened, migrated, copied, and what stands in the way in sentences.
        .target(name: "Database", dependencies: ["Reading", .product(name: "GRDB", package: "GRDB.swift")]),
        // What a server keeps besides files: people, weeks, runs and who did what.
        .target(
            name: "WebStore",
            dependencies: [
                "Database", "Reading", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        // libarchive: the parts of a workbook's file, unpacked.
        .systemLibrary(name: "CArchive"),
        // libxlsxwriter: workbooks written as Excel writes them.
        .systemLibrary(name: "CXlsxWriter"),
        // Workbooks as values, read and written.
        .target(name: "Workbooks", dependencies: ["CArchive", "CXlsxWriter", "Workforce"]),
        // A week's files in: its tables, and what `check` finds in them.
        .target(name: "Intake", dependencies: ["Reading", "Workforce"]),
        // A week in a workbook: its sheets as the tables, and back.
        .target(name: "WeekBooks", dependencies: ["Intake", "Reading", "Wording", "Workbooks", "Workforce"]),
        // The weekly model as an integer programme: one file a rule or price term.
        .target(name: "Formulation", dependencies: ["Workforce", "LinearModel"]),
        // Bounds of any integer programme: cuts, a first-order method, branch and bound.
        .target(
            name: "Bounds",
            dependencies: [
                "LinearModel", "GLPK", "SeededRandom",
                .product(name: "HeapModule", package: "swift-collections"),
            ]),
        // The engine: construction, improvement, bound, and the plan made of them.
        .target(
            name: "Allocation",
            dependencies: [
                "Workforce", "LinearModel", "Formulation", "GLPK", "Bounds", "SeededRandom", "Wording",
            ]),
        // The independent check of a plan; shares no code with Formulation or Allocation.
        .target(name: "Audit", dependencies: ["Workforce"]),
        // Numbers, days and the plan's own words as people read them.
        .target(name: "Wording", dependencies: ["Workforce"]),
        // Who is in which post in a year or two: rotations and plans as values, and what follows from them.
        .target(name: "Rotations", dependencies: ["Workforce"]),
        // A rotation as an exact integer programme: one file a rule or price term.
        .target(name: "RotationModel", dependencies: ["LinearModel", "Rotations", "Workforce"]),
        // The independent check of a rotation plan; of Rotations it uses the values alone.
        .target(name: "RotationAudit", dependencies: ["Rotations", "Workforce"]),
        // What follows from a rotation plan, row by row, as its folder states it.
        .target(name: "RotationOutcome", dependencies: ["Rotations", "Wording", "Workforce"]),
        // What people ask of a rotation plan, answered by trying it.
        .target(
            name: "RotationQuestions",
            dependencies: [
                "RotationAudit", "RotationConflicts", "RotationOutcome", "Rotations", "Wording", "Workforce",
            ]),
        // Realistic rotations of any size, and the empty one to fill in.
        .target(
            name: "RotationGeneration",
            dependencies: ["Generation", "Reading", "Rotations", "SeededRandom", "Wording", "Workforce"]),
        // Where a rotation's rules exclude each other, before any plan.
        .target(name: "RotationConflicts", dependencies: ["Rotations", "Wording", "Workforce"]),
        // The page of a rotation plan.
        .target(
            name: "RotationReport",
            dependencies: [
                "Charts", "Markup", "RotationOutcome", "Rotations", "Tables", "Wording", "Workforce",
            ]),
        // A rotation's files in: its tables, and what `check` finds in them.
        .target(
            name: "RotationIntake",
            dependencies: ["Intake", "Reading", "RotationConflicts", "Rotations", "Workforce"]),
        // The engine of rotations: construction, search, bound and proof.
        .target(
            name: "RotationPlanning",
            dependencies: [
                "Bounds", "GLPK", "LinearModel", "Rotations", "SeededRandom", "Workforce",
                .product(name: "HeapModule", package: "swift-collections"),
            ]),
        // One thing that is otherwise in a week, as a value; weeks with such changes made in them.
        .target(name: "Changes", dependencies: ["SeededRandom", "Workforce", "Wording"]),
        // A table as a value: exact in a CSV, rounded on a terminal. It knows no page.
        .target(name: "Tables", dependencies: ["Wording"]),
        // What a page is written with: its tree, escaping, tables, shell and stylesheet.
        .target(name: "Markup", dependencies: ["Tables", "Wording"]),
        // Pictures of figures, each with the table that says the same.
        .target(name: "Charts", dependencies: ["Markup", "Tables", "Wording"]),
        // Every figure of a plan, and what was found out about it, as values.
        .target(name: "Figures", dependencies: ["Workforce", "Wording", "Changes", "Pay", "Tables"]),
        // The report for people: the page of a plan, its summary, pseudonyms, and the review of delegations.
        .target(
            name: "Report",
            dependencies: [
                "Workforce", "Wording", "Reading", "Changes", "Figures", "Tables", "Markup", "Charts",
                "SeededRandom",
            ]),
        // Changes of a week tried: a plan near to the one at hand without them and with them.
        .target(
            name: "Trials",
            dependencies: [
                "Workforce", "LinearModel", "Formulation", "Allocation", "Wording", "Changes", "Figures",
            ]),
        // The ledger of runs: what was run of what, by whom, and what came of it; runs compared; what was worked beside it.
        .target(
            name: "Ledger",
            dependencies: [
                "Database", "Figures", "Reading", "Tables", "Wording", "Workforce",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        // What people ask of a plan, answered by trials.
        .target(
            name: "Questions",
            dependencies: [
                "Workforce", "LinearModel", "GLPK", "Formulation", "Allocation", "Wording", "Changes",
                "Figures", "Trials",
            ]),
        // Whom to call for a week that is short: the ladder climbed, the call list and its page.
        .target(
            name: "Surges",
            dependencies: [
                "Workforce", "Reading", "Formulation", "Allocation", "Wording", "Changes", "Figures",
                "Tables",
                "Markup", "Trials",
            ]),
        // What a change does to care and to pounds: scenarios read, run, compared and reported.
        .target(
            name: "Scenarios",
            dependencies: [
                "Workforce", "LinearModel", "SeededRandom", "Reading", "Wording", "Formulation", "Audit",
                "Changes", "ChangeFiles", "Allocation", "Figures", "Pay", "Tables", "Markup", "Charts",
                "Trials",
            ]),
        // What a week's people could give against what is needed, before any plan.
        .target(
            name: "Capacity",
            dependencies: ["Workforce", "Wording", "Formulation", "LinearModel", "GLPK", "Tables"]),
        // Pay tables: what posts cost with on-costs, and what agencies may charge.
        .target(name: "Pay", dependencies: ["Workforce", "Reading"]),
        // The workforce that weeks require, at the least cost; what further posts are best spent on.
        .target(
            name: "Required",
            dependencies: [
                "Workforce", "LinearModel", "Wording", "Formulation", "GLPK", "Pay", "Tables",
            ]),
        // The rota people have already, priced, beside a plan.
        .target(
            name: "Comparison",
            dependencies: [
                "Workforce", "Wording", "LinearModel", "Formulation", "Allocation", "Audit", "Changes",
                "Figures", "Tables",
            ]),
        // Weeks read together: working time on average, weekends and nights, care over time.
        .target(name: "ManyWeeks", dependencies: ["Workforce", "Wording", "Figures", "Tables", "Markup"]),
        // Plan folders, written whole or not at all, and read back.
        .target(
            name: "PlanFolder", dependencies: ["Rotations", "Workforce", "Wording", "Reading", "Tables"]),
        // What people take away of a plan: calendars, sheets, shifts and messages.
        .target(
            name: "Sharing", dependencies: ["Workforce", "Reading", "Wording", "Tables", "Markup", "Figures"]),
        // A plan as a workbook: a sheet a table, the rota in the colours of the teams.
        .target(name: "PlanBooks", dependencies: ["PlanFolder", "Tables", "Workbooks", "Workforce"]),
        // Realistic weeks of any size, and the empty week to fill in.
        .target(name: "Generation", dependencies: ["Workforce", "Reading", "Wording", "SeededRandom"]),
        // Change files: read, applied to weeks, and the files of changed weeks; what differs between two weeks.
        .target(
            name: "ChangeFiles", dependencies: ["Workforce", "Reading", "Wording", "Changes", "Generation"]),
        // Cases, starts, stays and profiles in, and the demand that they make out.
        .target(
            name: "Caseload",
            dependencies: ["Workforce", "SeededRandom", "Reading", "Wording", "Changes", "Tables"]),
        // Other programs' exports brought into a week, by allow-list and by a mapping that somebody confirms.
        .target(
            name: "Imports",
            dependencies: [
                "Workforce", "Reading", "Wording", "Tables", "Intake", "ChangeFiles", "WeekBooks",
            ]),
        // Slurm by its commands: jobs handed over, looked after, cancelled.
        .target(name: "Slurm"),
        // What people do with weeks and plans, from files to files: nothing is printed, and no process ended.
        .target(
            name: "Workflows",
            dependencies: [
                "Workforce", "Reading", "Intake", "Formulation", "LinearModel", "GLPK", "Allocation", "Audit",
                "Figures", "Report", "PlanFolder", "Generation", "Changes", "Trials", "Questions", "Capacity",
                "Comparison", "ManyWeeks", "Wording", "ChangeFiles", "Surges", "WeekBooks", "Workbooks",
                "Pay", "PlanBooks", "Required",
                "Caseload",
                "Imports",
                "Sharing",
                "Tables",
                "Scenarios", "Ledger", "Slurm",
                "RotationAudit", "RotationGeneration", "RotationIntake", "RotationModel", "RotationOutcome",
                "RotationPlanning", "RotationQuestions", "RotationReport", "Rotations",
            ]),
        // Pages for people who open no terminal, and the server that sends them.
        .target(
            name: "Web",
            dependencies: [
                "ChangeFiles", "Changes", "Figures", "Intake", "Markup", "PlanFolder", "Reading", "Report",
                "Scenarios", "Sharing", "Surges", "Tables", "WebStore", "Wording", "Workbooks", "Workflows",
                "Workforce",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        // The command line: arguments in, exit codes out, no logic.
        .executableTarget(
            name: "skillmix",
            dependencies: [
                "Web", "Workflows", "Workforce", "Reading", "Allocation", "Audit", "Figures", "Tables",
                "Report",
                "PlanFolder", "Generation", "Trials", "Questions", "Capacity", "Comparison", "ManyWeeks",
                "Required", "Wording", "ChangeFiles", "Surges", "Imports", "Scenarios", "Ledger",
                "RotationGeneration",
                "RotationOutcome", "RotationPlanning", "RotationQuestions", "RotationReport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        // The search of a week timed alone, for `make bench-inner`. Not shipped.
        .executableTarget(
            name: "SearchSpeed", dependencies: ["Allocation", "Formulation", "Intake"],
            path: "Benchmarks/SearchSpeed"),
        // What several test targets share: tiny weeks, random weeks and an exhaustive oracle. Not shipped.
        .target(
            name: "TestSupport",
            dependencies: ["CArchive", "Workforce", "Audit", "Rotations", "SeededRandom"],
            path: "Tests/Support"),
        .testTarget(name: "WebStoreTests", dependencies: ["Database", "Reading", "WebStore"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Allocation", "Questions", "Reading", "Scenarios", "SeededRandom", "Sharing", "Surges",
                "TestSupport", "Web", "WebStore", "Wording", "Workbooks", "Workflows", "Workforce",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
        .testTarget(name: "SlurmTests", dependencies: ["Slurm", "TestSupport"]),
        .testTarget(name: "SeededRandomTests", dependencies: ["SeededRandom"]),
        .testTarget(name: "GLPKTests", dependencies: ["GLPK", "LinearModel", "SeededRandom", "TestSupport"]),
        .testTarget(
            name: "BoundsTests", dependencies: ["Bounds", "LinearModel", "SeededRandom", "TestSupport"]),
        .testTarget(name: "WorkforceTests", dependencies: ["Workforce", "TestSupport"]),
        .testTarget(
            name: "ImportsTests",
            dependencies: [
                "Imports", "Intake", "Reading", "SeededRandom", "Tables", "TestSupport", "Wording",
                "Workbooks", "Workforce",
            ]),
        .testTarget(
            name: "ChangesTests",
            dependencies: ["Changes", "SeededRandom", "TestSupport", "Wording", "Workforce"]),
        .testTarget(
            name: "ChangeFilesTests",
            dependencies: [
                "ChangeFiles", "Changes", "Generation", "Intake", "Reading", "SeededRandom", "TestSupport",
                "WeekBooks", "Workforce",
            ]),
        .testTarget(
            name: "WorkbooksTests",
            dependencies: ["SeededRandom", "TestSupport", "Workbooks", "Workforce"]),
        .testTarget(
            name: "WeekBooksTests",
            dependencies: [
                "Intake", "Reading", "WeekBooks", "Workbooks", "Workforce",
            ]),
        .testTarget(
            name: "PlanBooksTests",
            dependencies: ["PlanBooks", "PlanFolder", "Tables", "TestSupport", "Workbooks", "Workforce"]),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Markup", "SeededRandom", "Tables", "Wording"]),
        .testTarget(
            name: "SharingTests",
            dependencies: ["Sharing", "Figures", "SeededRandom", "TestSupport", "Wording", "Workforce"]),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Workforce"]),
        .testTarget(
            name: "DatabaseTests",
            dependencies: ["Database", "Reading", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Reading", "SeededRandom", "TestSupport", "Workforce"]),
        .testTarget(
            name: "ReportTests",
            dependencies: [
                "Report", "Changes", "Charts", "Figures", "Pay", "Tables", "Markup", "Wording",
                "Workforce", "SeededRandom", "TestSupport",
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "ManyWeeksTests",
            dependencies: ["ManyWeeks", "Tables", "Workforce", "SeededRandom", "TestSupport"]),
        .testTarget(
            name: "PlanFolderTests",
            dependencies: [
                "PlanFolder", "Reading", "Changes", "Report", "Figures", "Rotations", "Tables", "Wording",
                "Workforce",
            ]),
        .testTarget(
            name: "FormulationTests",
            dependencies: ["Formulation", "Audit", "Workforce", "GLPK", "SeededRandom", "TestSupport"]),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Workforce", "SeededRandom", "TestSupport"]),
        .testTarget(
            name: "RotationsTests", dependencies: ["Rotations", "SeededRandom", "TestSupport", "Workforce"]),
        .testTarget(
            name: "RotationModelTests",
            dependencies: [
                "GLPK", "LinearModel", "RotationAudit", "RotationModel", "Rotations", "SeededRandom",
                "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "RotationAuditTests",
            dependencies: ["RotationAudit", "Rotations", "TestSupport", "Workforce"]),
        .testTarget(
            name: "RotationIntakeTests",
            dependencies: [
                "Intake", "Reading", "RotationIntake", "Rotations", "SeededRandom", "TestSupport",
                "Workforce",
            ]),
        .testTarget(
            name: "RotationOutcomeTests",
            dependencies: [
                "RotationAudit", "RotationOutcome", "Rotations", "SeededRandom", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "RotationGenerationTests",
            dependencies: [
                "Intake", "RotationGeneration", "RotationIntake", "Rotations", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "RotationConflictsTests",
            dependencies: ["RotationConflicts", "Rotations", "TestSupport", "Workforce"]),
        .testTarget(
            name: "RotationQuestionsTests",
            dependencies: ["RotationQuestions", "Rotations", "TestSupport", "Workforce"]),
        .testTarget(
            name: "RotationReportTests",
            dependencies: [
                "RotationOutcome", "RotationReport", "Rotations", "Tables", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "RotationPlanningTests",
            dependencies: [
                "GLPK", "LinearModel", "RotationAudit", "RotationPlanning", "Rotations",
                "SeededRandom", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "AllocationTests",
            dependencies: [
                "Allocation", "Audit", "Workforce", "Intake", "PlanFolder", "Generation", "GLPK", "Bounds",
                "LinearModel", "Changes", "ChangeFiles", "Reading", "SeededRandom", "TestSupport",
            ]),
        .testTarget(
            name: "QuestionsTests",
            dependencies: [
                "Questions", "Allocation", "Formulation", "Audit", "Figures", "Workforce", "Intake",
                "Generation", "GLPK", "LinearModel", "SeededRandom", "Wording", "Changes", "Trials",
                "TestSupport",
            ]),
        .testTarget(
            name: "SurgesTests",
            dependencies: [
                "Surges", "Allocation", "Changes", "Formulation", "Reading", "SeededRandom", "TestSupport",
                "Workforce",
            ]),
        .testTarget(
            name: "ScenariosTests",
            dependencies: [
                "Scenarios", "Allocation", "Changes", "Figures", "Generation", "Intake", "Reading",
                "SeededRandom", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Database", "Figures", "Ledger", "Reading", "Tables", "Wording", "Workforce",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "CapacityTests",
            dependencies: [
                "Capacity", "Allocation", "Formulation", "Generation", "Intake", "Workforce", "TestSupport",
            ]),
        .testTarget(name: "PayTests", dependencies: ["Pay", "Reading", "TestSupport"]),
        .testTarget(
            name: "RequiredTests",
            dependencies: [
                "Required", "GLPK", "LinearModel", "Pay", "TestSupport", "Workforce",
            ]),
        .testTarget(
            name: "ComparisonTests",
            dependencies: [
                "Comparison", "Allocation", "Audit", "Formulation", "Intake", "PlanFolder", "Workforce",
                "SeededRandom", "TestSupport",
            ]),
        .testTarget(
            name: "CaseloadTests",
            dependencies: [
                "Caseload", "ChangeFiles", "Changes", "Intake", "Reading", "SeededRandom", "TestSupport",
                "Workforce",
            ]),
        .testTarget(
            name: "GenerationTests",
            dependencies: ["Generation", "Intake", "Reading", "Workforce", "TestSupport"]),
        .testTarget(
            name: "WorkflowTests",
            dependencies: [
                "Workflows", "Allocation", "Changes", "Imports", "Ledger", "Reading", "RotationOutcome",
                "RotationPlanning", "Rotations", "Scenarios", "Surges", "TestSupport", "Workforce",
            ]),
        // They run the command itself, which depending on it builds beside them.
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "skillmix", "Workflows", "Allocation", "Reading", "GLPK", "LinearModel", "TestSupport",
                "Workbooks",
            ],
            exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make sanitize` builds the tests of one target and what they need, and nothing else.
if let only = Context.environment["SKILLMIX_TESTS"] {
    var needed: Set<String> = []
    var open = [only]
    while let name = open.popLast() {
        guard needed.insert(name).inserted, let target = package.targets.first(where: { $0.name == name })
        else { continue }
        open += target.dependencies.compactMap { dependency in
            switch dependency {
            case .targetItem(let name, _), .byNameItem(let name, _): name
            case .productItem: nil
            @unknown default: nil
            }
        }
    }
    package.targets.removeAll { !needed.contains($0.name) }
    package.products = []
}
