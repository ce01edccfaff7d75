// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Foundation
import Wording
import Workforce

/// A run as a process on another machine is told of it: all that it is made from but the week's files and the run it starts
/// from, which it finds as files.
public struct RunOrder: Sendable, Codable, Equatable {
    /// The digest of all that the run is made from; see `RunRecord.key`.
    public let key: String
    /// The base's name.
    public let base: String
    /// Where the base's files lie, from the folder of the orders.
    public let week: String
    /// The scenario's name.
    public let scenario: String
    /// The replicate, from 1.
    public let replicate: Int
    /// The key of the run that it starts from; nil: it begins afresh.
    public let start: String?
    /// The version of skillmix that hands it over.
    public let version: String
    let changes: [[Change]]
    let seconds: Double?
    let work: Int?
    let seed: UInt64

    /// The order of a run.
    ///
    /// - Parameter week: Where the base's files lie, from the folder of the orders.
    public init(_ task: RunTask, week: String) {
        (key, base, self.week) = (task.key, task.base.name, week)
        (scenario, replicate, start) = (task.scenario, task.replicate, task.start?.key)
        (version, seed, changes) = (task.options.version, task.options.seed, task.steps.changes)
        (seconds, work) =
            switch task.options.limit {
            case .seconds(let seconds): (seconds, nil)
            case .work(let work): (nil, work)
            }
    }

    /// The text of its file.
    public var fileText: String {
        get throws { try JSONText.of(self, isNamedAlike: true) }
    }

    /// The order that a file holds; nil where it holds none.
    public init?(file bytes: [UInt8]) {
        guard let order = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = order
    }

    var limit: ScenarioFile.Limit { work.map { .work($0) } ?? .seconds(seconds ?? 0) }
}

extension RunTask {
    /// The run of an order.
    ///
    /// - Parameters:
    ///   - base: Its week, as it was read from the order's files.
    ///   - start: The run that it starts from; nil: it begins afresh.
    ///   - version: The version of skillmix that does it.
    /// - Throws: Where any of it is not what the order was made of.
    public init(
        _ order: RunOrder, of base: ScenarioBase, from start: RunRecord?, version: String
    ) throws(ScenarioError) {
        let options = ScenarioOptions(limit: order.limit, seed: order.seed, version: version)
        let steps = ScenarioSteps(order.changes)
        let name = Self.name(order.scenario, base, order.replicate)
        let week: Week
        do throws(ChangeError) {
            week = try steps.week(base.week)
        } catch {
            throw ScenarioError(run: name, kind: .changes, findings: [error.description])
        }
        self.init(
            base: base, scenario: order.scenario, replicate: order.replicate, steps: steps, week: week,
            start: start.map { record in
                (
                    plan: record.plan(of: base.week, version: version, inputs: base.inputs),
                    key: record.key
                )
            }, options: options)
        guard key == order.key else {
            throw ScenarioError(
                run: name, kind: .order,
                findings: ["The week's files, or skillmix itself, are not those it was handed over with."])
        }
    }
}
