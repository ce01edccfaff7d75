// SPDX-License-Identifier: GPL-3.0-or-later

import Markup

/// What pages are fetched with: all of it in the program.
enum Assets {
    /// The report's stylesheet, and what only the server's pages need.
    static var style: String { "\(Stylesheet.text)\n\(site)" }

    private static let site: StaticString = """
        .site { padding-top: 0; }
        .top { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; padding: 0.5rem 0;
          border-bottom: 3px solid var(--accent); }
        .top nav { background: none; border: 0; padding: 0; margin: 0; }
        .top nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
        .brand { font-weight: 700; font-size: 1.2rem; text-decoration: none; color: var(--ink); padding: 0.25rem 0; }
        .out { margin-left: auto; display: flex; gap: 0.75rem; align-items: center; flex-wrap: wrap; }
        button, .button { font: inherit; font-weight: 600; padding: 0.5rem 1rem; border-radius: 0.3rem; min-height: 2.4rem;
          border: 2px solid var(--accent); background: var(--accent); color: var(--paper); cursor: pointer;
          text-decoration: none; display: inline-block; }
        button.plain { background: none; color: var(--accent); }
        .field { margin: 1rem 0; max-width: 36rem; } .field label, legend { font-weight: 600; display: block; }
        .field.wrong { border-left: 4px solid var(--alert); padding-left: 0.75rem; }
        .error { color: var(--alert); font-weight: 600; }
        input, select, textarea { font: inherit; padding: 0.4rem 0.5rem; border: 2px solid var(--soft); background: var(--paper);
          color: var(--ink); border-radius: 0.2rem; max-width: 100%; min-height: 2.4rem; }
        .field input[type=text], .field input[type=password], .field input[type=email], textarea { width: 100%; }
        .site td ul { margin: 0; padding-left: 1.1rem; } .site .told { margin-bottom: 1rem; }
        .field .tick { display: flex; gap: 0.6rem; align-items: center; min-height: 2rem; }
        .tick input { min-height: 1.5rem; width: 1.5rem; flex: none; } .field .tick label { font-weight: 400; }
        fieldset { border: 0; margin: 1rem 0; padding: 0; min-width: 0; }
        legend { padding: 0; }
        .levers fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0 1.5rem;
          align-items: end; border-top: 1px solid var(--line); padding-top: 0.75rem; margin-top: 1.5rem; }
        .levers .field { margin: 0.5rem 0; }
        .choice { display: flex; gap: 0.6rem; align-items: center; margin: 0.4rem 0; }
        .choice input { width: 1.6rem; height: 1.6rem; min-height: 0; flex: none; }
        .told { border-left: 4px solid var(--accent); background: var(--card); padding: 0.6rem 1rem; }
        .cells td, .cells th { padding: 0.1rem; border: 0; }
        .cells input { padding: 0.2rem 0.3rem; border-width: 1px; min-height: 1.75rem; border-radius: 0; }
        .cells td.wrong input { border: 2px solid var(--alert); background: var(--alert-band); }
        .banner > h2:first-child { margin-top: 0.25rem; } form > .actions { margin-top: 0.75rem; }
        .call { border-top: 2px solid var(--line); margin: 1rem 0; } .call h3 { margin-top: 1rem; }
        .facts > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: 0 1rem; padding: 0.15rem 0; }
        .facts dt { font-weight: 600; } .facts dd { margin: 0; overflow-wrap: anywhere; }
        .row { align-items: end; border-top: 1px solid var(--line); } .row .field { margin: 0.5rem 0; flex: 1 1 11rem; }
        .row select { width: 100%; }
        pre { white-space: pre-wrap; background: var(--card); padding: 0.75rem 1rem; overflow-wrap: anywhere; }
        .site main { max-width: 84rem; } .actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }
        .site td a { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
        .scroll:has(.grid) { scroll-padding: 0 0.5rem 0 14.5rem; }
        @media (max-width: 40rem) { .scroll:has(.grid) { scroll-padding-left: 8rem; } }
        input:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
        @media print { .top, button, .button { display: none; } }
        """

    /// What a browser shows beside a page's title: two people, one of them filled.
    static var icon: String { "\(iconText)" }

    private static let iconText: StaticString = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5c8a"/>\
        <circle cx="12" cy="16" r="7" fill="#ffffff"/><circle cx="20" cy="16" r="7" fill="none" stroke="#ffffff" \
        stroke-width="2"/></svg>
        """

    /// What makes pages quicker; all of them work without it.
    static var script: String { "\(scriptText)" }

    private static let scriptText: StaticString = #"""
        // SPDX-License-Identifier: GPL-3.0-or-later
        'use strict';
        // After a mistake the list of what is wrong comes first.
        document.getElementById('problems')?.focus();
        // A run's progress as it is made.
        const run = document.querySelector('[data-progress]');
        if (run) {
          const source = new EventSource(run.dataset.progress);
          source.onmessage = event => {
            const state = JSON.parse(event.data);
            if (state.over) { source.close(); location.reload(); } else { run.textContent = state.words; }
          };
        }
        // A table pasted from a spreadsheet goes into the cells from the one it is pasted into on, and makes rows where
        // there are too few.
        const cells = document.querySelector('table.cells');
        const cellAt = (row, column) => document.querySelector(`[data-cell="${row},${column}"]`);
        const rowsUpTo = row => {
          const count = document.querySelector('input[name="rows"]');
          for (let last = Number(count.value) - 1; last < row; last += 1) {
            const made = cells.tBodies[0].rows[last].cloneNode(true);
            made.className = '';
            made.querySelectorAll('input').forEach((input, column) => {
              input.name = `r${last + 1}c${column}`;
              input.dataset.cell = `${last + 1},${column}`;
              input.setAttribute('aria-label', input.getAttribute('aria-label').replace(/row \d+$/, `row ${last + 2}`));
              input.value = '';
            });
            cells.tBodies[0].append(made);
            count.value = last + 2;
          }
        };
        cells?.addEventListener('paste', event => {
          const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/\r?\n$/, '');
          if (!event.target.dataset.cell || !/[\t\n]/.test(text)) return;
          event.preventDefault();
          const [row, column] = event.target.dataset.cell.split(',').map(Number);
          const lines = text.split(/\r?\n/).map(line => line.split('\t'));
          const wide = Math.max(...lines.map(line => line.length));
          if (!cellAt(row, column + wide - 1)) {
            alert(`${wide} columns do not fit from this cell on; nothing was pasted.`);
            return;
          }
          rowsUpTo(row + lines.length - 1);
          lines.forEach((line, down) => line.forEach((value, right) => {
            cellAt(row + down, column + right).value = value;
          }));
        });
        // Arrow keys go up and down in a table's cells.
        cells?.addEventListener('keydown', event => {
          const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
          if (!step || !event.target.dataset.cell) return;
          const [row, column] = event.target.dataset.cell.split(',').map(Number);
          cellAt(row + step, column)?.focus();
          event.preventDefault();
        });
        // What has the focus on a board is seen whole: browsers leave where it is what a side of the frame, or the names that
        // stay, hide in part.
        document.addEventListener('focusin', event => {
          if (event.target.matches(':focus-visible') && event.target.closest('.grid'))
            event.target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        });
        """#
}
