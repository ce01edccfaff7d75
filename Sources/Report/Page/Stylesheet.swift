// SPDX-License-Identifier: GPL-3.0-or-later

/// How the report looks: light and dark, at any width, on A4.
enum Stylesheet {
    /// CSS without `<`, `&` or anything from outside.
    static let text: StaticString = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --soft: #50575f; --line: #c9d0d7;
          --band: #eef2f5; --card: #f5f8fa; --accent: #0b5c8a; --alert: #8c1d18; --alert-band: #fdeceb;
          --sat: 65%; --lum: 89%; --edge: 50%; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e8ebee; --soft: #aeb7c0;
          --line: #3b444d; --band: #20262c; --card: #1b2126; --accent: #7cc4ee; --alert: #ffb4ab;
          --alert-band: #45201d; --sat: 38%; --lum: 23%; --edge: 60%; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 84rem; padding: 1rem clamp(0.75rem, 3vw, 2.5rem) 3rem;
          background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0.5rem 0; }
        h2 { font-size: 1.3rem; margin: 2.5rem 0 0.5rem; padding-bottom: 0.25rem;
          border-bottom: 2px solid var(--accent); }
        .lead { font-size: 1.1rem; margin: 0.25rem 0; }
        .note { color: var(--soft); margin: 0.25rem 0 0.75rem; max-width: 70ch; }
        a { color: var(--accent); }
        nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
        .cards { display: grid; gap: 0.75rem; margin: 0.75rem 0;
          grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 46%), 1fr)); }
        .cards div { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
          padding: 0.6rem 0.9rem; }
        .cards dt { font-weight: 600; }
        .cards dd { margin: 0; }
        .cards .value { font-size: 1.4rem; font-weight: 700; line-height: 1.3;
          font-variant-numeric: tabular-nums; }
        .cards .note { font-size: 0.875rem; line-height: 1.35; }
        .scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
        .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; font-size: 1rem; padding-bottom: 0.35rem; }
        th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left;
          vertical-align: top; unicode-bidi: isolate; }
        td.w, th.w { max-width: 26rem; overflow-wrap: break-word; }
        td.prose { min-width: 15rem; }
        thead th { background: var(--band); vertical-align: bottom; max-width: 9rem; }
        tbody th { font-weight: 500; }
        .n { text-align: right; white-space: nowrap; }
        thead .n { white-space: normal; }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--ink); }
        .none { margin: 0.75rem 0; }
        .legend ul { display: flex; flex-wrap: wrap; gap: 0.35rem 1.25rem; list-style: none; padding: 0; }
        .code { display: inline-block; min-width: 2.2rem; padding: 0 0.35rem; text-align: center;
          font-weight: 600; }
        .grid { font-size: 0.8rem; }
        .grid th, .grid td { border-left: 1px solid var(--line); padding: 0.2rem 0.35rem; }
        .grid td, .grid thead th { text-align: center; }
        .grid thead th { white-space: nowrap; }
        #heads thead th { white-space: normal; }
        .grid .who { position: sticky; left: 0; background: var(--paper); text-align: left; min-width: 8rem;
          max-width: 14rem; overflow-wrap: break-word; z-index: 1; border-left: 0; }
        .grid thead .who { background: var(--band); }
        .grid .edge, .grid .day { border-left: 2px solid var(--soft); }
        .grid .group { background: var(--band); text-align: left; font-weight: 700; border-left: 0; }
        .grid .group span { position: sticky; left: 0.35rem; }
        .grid td { min-width: 3.2rem; }
        .grid td small { display: block; line-height: 1.2; }
        .grid .at, .code { background: hsl(var(--hue) var(--sat) var(--lum));
          box-shadow: inset 0 -3px 0 hsl(var(--hue) var(--sat) var(--edge)); }
        .grid .at { font-weight: 600; }
        .grid .at small { font-weight: 400; }
        .off, .who small { color: var(--soft); }
        .alert { color: var(--alert); background: var(--alert-band); font-weight: 600; }
        .h0 { --hue: 205; } .h1 { --hue: 35; } .h2 { --hue: 130; } .h3 { --hue: 290; } .h4 { --hue: 60; }
        .h5 { --hue: 340; } .h6 { --hue: 175; } .h7 { --hue: 250; } .h8 { --hue: 15; } .h9 { --hue: 90; }
        .h10 { --hue: 315; } .h11 { --hue: 225; }
        @page { size: A4; margin: 14mm 12mm; }
        @page wide { size: A4 landscape; }
        @media print {
          :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #999999;
            --band: #eeeeee; --card: #ffffff; --accent: #000000; --alert: #8c1d18; --alert-band: #ffffff;
            --sat: 65%; --lum: 89%; --edge: 50%; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; }
          #grid, #heads { page: wide; }
          .scroll { overflow: visible; margin: 0.5rem 0 1rem; }
          .grid .who, .grid .group span { position: static; }
          table { font-size: 8pt; } .grid { font-size: 7pt; width: 100%; }
          .grid td { min-width: 0; } .grid th, .grid td { padding: 1px 2px; }
          th, td { padding: 2px 5px; } td.prose { min-width: 0; }
          thead { display: table-header-group; } tfoot { display: table-row-group; }
          tr, .cards div { break-inside: avoid; } h2, caption { break-after: avoid; }
          .at, .code, .alert { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
