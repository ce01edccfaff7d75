// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person's sequence adds to the rows it has to do with.
struct SequenceColumn: Sendable {
    let person: Int
    /// The post in each place, −1 for none.
    let sequence: [Int32]
    /// Pounds that are the person's own.
    let pounds: Double
    let terms: [(row: Int32, value: Double)]
}

extension CouplingRows {
    /// What a person's sequence adds to the rows, and its own pounds.
    func column(_ p: Int, _ sequence: [Int32], _ tables: PlanningTables) -> SequenceColumn {
        let person = tables.people[p]
        let walk = SequenceWalk(person, sequence)
        var terms: [(row: Int32, value: Double)] = []
        func add(_ row: Int32, _ value: Double) {
            if row >= 0, value != 0 { terms.append((row, value)) }
        }
        for (i, j) in sequence.enumerated() where j >= 0 {
            let (k, t) = (person.posts[Int(j)], person.periods[i])
            let cell = tables.cell(k, t)
            let rows = ofCell[cell]
            add(ofKind[cell * kinds.count + kindOf[p]], 1)
            add(rows[Self.minimum], tables.wte[p])
            add(rows[Self.target], tables.wte[p])
            add(rows[Self.room], -tables.wte[p])
            if walk.begins[i], tables.isNewcomer(p, t) { add(rows[Self.newcomers], -1) }
            add(rows[Self.supervision], tables.isSenior[p] ? tables.span[k] ?? 0 : -1)
        }
        for item in walk.items { add(ofItem[item], 1) }
        for own in apart[p] {
            let j = sequence[own.place]
            if j >= 0, person.posts[Int(j)] == own.post { add(Int32(own.row), -1) }
        }
        let n = person.placeCount
        for own in ofCuts[p] {
            let counts =
                switch own.what {
                case .post(let at): Int(sequence[at % n]) == at / n
                case .begin(let at): Int(sequence[at % n]) == at / n && walk.begins[at % n]
                case .unplaced(let i): sequence[i] < 0
                }
            if counts { add(Int32(own.row), -own.coefficient) }
        }
        add(Int32(firstShare + p), -walk.share)
        return SequenceColumn(person: p, sequence: sequence, pounds: walk.pounds, terms: terms)
    }

    /// What a kind of people is worth in each cell (`cell × kinds + kind`) at multipliers.
    func worth(_ tables: PlanningTables, _ multipliers: [Double]) -> [Double] {
        func of(_ row: Int32) -> Double { row < 0 ? 0 : multipliers[Int(row)] }
        var worth = [Double](repeating: 0, count: ofKind.count)
        for cell in 0..<tables.cellCount {
            let rows = ofCell[cell]
            let staff = of(rows[Self.minimum]) + of(rows[Self.target]) - of(rows[Self.room])
            let supervision = of(rows[Self.supervision])
            let span = tables.span[cell / tables.periodCount] ?? 0
            for (c, kind) in kinds.enumerated() {
                let at = cell * kinds.count + c
                worth[at] =
                    of(ofKind[at]) + kind.wte * staff + (kind.isSenior ? span * supervision : -supervision)
            }
        }
        return worth
    }

    /// The multipliers of other rows of the same rotation, as these rows have them; those rows have no choices.
    func multipliers(from other: [Double], of rows: CouplingRows, _ tables: PlanningTables) -> [Double] {
        var multipliers = [Double](repeating: 0, count: count)
        let worth = rows.worth(tables, other)
        func copy(_ from: Int32, _ to: Int32) {
            if from >= 0, to >= 0 { multipliers[Int(to)] = other[Int(from)] }
        }
        for at in ofKind.indices where ofKind[at] >= 0 { multipliers[Int(ofKind[at])] = worth[at] }
        for cell in ofCell.indices {
            for place in 0..<8 { copy(rows.ofCell[cell][place], ofCell[cell][place]) }
        }
        for item in ofItem.indices { copy(rows.ofItem[item], ofItem[item]) }
        for p in apart.indices {
            for (from, to) in zip(rows.apart[p], apart[p]) { copy(Int32(from.row), Int32(to.row)) }
        }
        for p in tables.people.indices { copy(Int32(rows.firstShare + p), Int32(firstShare + p)) }
        return multipliers
    }
}
