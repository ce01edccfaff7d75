// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Slurm

@Suite struct JobArrayTests {
    @Test(arguments: [
        ([0], "0"), ([0, 1, 2], "0-2"), ([1, 3], "1,3"), ([0, 1, 4, 5, 6, 9], "0-1,4-6,9"),
    ])
    func `numbers are written as Slurm has them`(_ numbers: [Int], _ text: String) {
        #expect(JobArray.ranges(of: numbers) == text)
    }

    @Test func `whatever a path holds it is one argument`() {
        let folder = "/a b/it's $HOME;\"x\" %j\\"
        let array = JobArray(
            name: "skillmix-1", numbers: [0, 1], cores: 2,
            script: ["\(folder)/tasks/task.sh", "/opt/skill mix", folder, "7"])
        #expect(
            array.arguments == [
                "--parsable", "--no-requeue", "--job-name=skillmix-1", "--array=0-1", "--ntasks=1",
                "--cpus-per-task=2", "--chdir=/", "--output=/dev/null",
                "\(folder)/tasks/task.sh", "/opt/skill mix", folder, "7",
            ])
    }
}
