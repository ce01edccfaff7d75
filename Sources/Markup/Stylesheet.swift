// SPDX-License-Identifier: GPL-3.0-or-later

/// How the report looks: light and dark, at any width, on A4.
///
/// Text has at least 4.5 : 1 against whatever it stands on, edges of what is worked with at least 3 : 1. A tint
/// never says anything alone: the cell says it in words or numbers, too.
public enum Stylesheet {
    /// CSS without `<`, `&` or anything from outside.
    public static let text: StaticString = """
        :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1f24; --soft: #50575f; --line: #c9d0d7;
          --band: #eef2f5; --card: #f5f8fa; --accent: #0b5c8a; --alert: #8c1d18; --alert-band: #fdeceb;
          --warn-band: #fdf3d8; --met4: #d9efdf; --met3: #eaf5d8; --met2: #fbf0c9; --met1: #fbdfc6;
          --met0: #f8cfcb; --sat: 65%; --lum: 89%; --edge: 50%;
          --shade: rgb(27 31 36 / 38%); }
        @media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e8ebee; --soft: #aeb7c0;
          --line: #3b444d; --band: #20262c; --card: #1b2126; --accent: #7cc4ee; --alert: #ffb4ab;
          --alert-band: #45201d; --warn-band: #3b3013; --met4: #16402a; --met3: #2c4119; --met2: #463b10;
          --met1: #553012; --met0: #5c211c; --sat: 38%; --lum: 23%; --edge: 60%;
          --shade: rgb(232 235 238 / 45%); } }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 0.5rem; }
        body { margin: 0 auto; max-width: 84rem; padding: 1rem clamp(0.75rem, 3vw, 2.5rem) 2rem;
          background: var(--paper); color: var(--ink); overflow-wrap: break-word;
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        h1 { font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.2; margin: 0.5rem 0; }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 0.5rem; padding-bottom: 0.25rem;
          border-bottom: 2px solid var(--accent); }
        h3 { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 0.25rem; }
        p { margin: 0.5rem 0; max-width: 70ch; }
        .lead { font-size: 1.1rem; margin: 0.75rem 0; }
        .note { color: var(--soft); margin: 0.25rem 0 0.75rem; }
        a { color: var(--accent); text-underline-offset: 0.15em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        :target { outline: 3px solid var(--accent); outline-offset: -3px; }
        section:target, main:target, .table:target { outline: none; }
        .skip { position: absolute; left: -100vw; top: 0.5rem; padding: 0.5rem 1rem; z-index: 2;
          background: var(--paper); }
        .skip:focus { left: 0.5rem; }
        nav { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
          padding: 0.6rem 1rem; margin: 1rem 0; }
        nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
          gap: 0 1.25rem; list-style: none; padding: 0; margin: 0; }
        nav a { display: inline-block; padding: 0.2rem 0; }
        .cards { display: grid; gap: 0.75rem; margin: 1rem 0;
          grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 46%), 1fr)); }
        .cards div { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem;
          padding: 0.6rem 0.9rem; }
        .cards dt { font-weight: 600; }
        .cards dd { margin: 0; }
        .cards .value { font-size: 1.4rem; font-weight: 700; line-height: 1.3;
          font-variant-numeric: tabular-nums; }
        .cards .note { font-size: 0.875rem; line-height: 1.35; }
        .table { margin: 1.25rem 0 1.5rem; }
        .scroll { overflow-x: auto; max-width: 100%; background: linear-gradient(to right, var(--paper) 40%,
          transparent) left / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--paper) 40%,
          transparent) right / 2.5rem 100% no-repeat local, linear-gradient(to right, var(--shade), transparent)
          left / 0.9rem 100% no-repeat scroll, linear-gradient(to left, var(--shade), transparent)
          right / 0.9rem 100% no-repeat scroll; }
        .file { font-size: 0.8125rem; margin: 0.3rem 0 0; color: var(--soft); }
        table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; font-size: 1rem; padding-bottom: 0.35rem; }
        caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2rem); }
        th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left;
          vertical-align: top; unicode-bidi: isolate; }
        td.w, th.w { max-width: 26rem; overflow-wrap: break-word; }
        td.prose, th.prose { min-width: 15rem; max-width: 36rem; }
        thead th { background: var(--band); vertical-align: bottom; max-width: 9rem; line-height: 1.3; }
        tbody th { font-weight: 500; }
        tbody th.w, tfoot th.w { min-width: 8rem; }
        .n { text-align: right; white-space: nowrap; }
        thead .n { white-space: normal; }
        tbody tr:hover > * { background-image: linear-gradient(rgb(128 128 128 / 8%), rgb(128 128 128 / 8%)); }
        tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--ink); }
        .none { margin: 0; }
        .first { padding-left: 1.25rem; max-width: 80ch; } .first li { margin: 0.35rem 0; }
        .heat th, .heat td { border: 2px solid var(--paper); }
        .heat td { text-align: center; min-width: 5.2rem; line-height: 1.3; }
        .heat thead th { text-align: center; }
        .heat small, .grid small { display: block; line-height: 1.25; }
        .met4 { background: var(--met4); } .met3 { background: var(--met3); } .met2 { background: var(--met2); }
        .met1 { background: var(--met1); } .met0 { background: var(--met0); }
        .legend ul { display: flex; flex-wrap: wrap; gap: 0.35rem 1.25rem; list-style: none; padding: 0; }
        .code { display: inline-block; min-width: 2.2rem; padding: 0 0.35rem; text-align: center;
          font-weight: 600; }
        .grid { font-size: 0.8rem; }
        .grid th, .grid td { border-left: 1px solid var(--line); padding: 0.2rem 0.35rem; }
        .grid td, .grid thead th { text-align: center; }
        .grid thead th { white-space: nowrap; overflow-wrap: normal; }
        .grid .who { position: sticky; left: 0; background: var(--paper); text-align: left; min-width: 7.5rem;
          max-width: 14rem; overflow-wrap: anywhere; z-index: 1; border-left: 0;
          box-shadow: inset -1px 0 0 var(--line); }
        .grid thead .who { background: var(--band); }
        .grid .edge, .grid .day { border-left: 2px solid var(--soft); }
        .grid .group { background: var(--band); text-align: left; font-weight: 700; border-left: 0; }
        .grid .group span { position: sticky; left: 0.35rem; }
        .grid td { min-width: 2.9rem; padding: 0.2rem 0.15rem; }
        .grid .off { font-size: 0.72rem; }
        .grid .at, .code { background: hsl(var(--hue) var(--sat) var(--lum));
          box-shadow: inset 0 -3px 0 hsl(var(--hue) var(--sat) var(--edge)); }
        .grid .at { font-weight: 600; }
        .grid .at small, .alert small { font-weight: 400; }
        .off, .who small { color: var(--soft); font-weight: 400; }
        .banner { border: 2px solid var(--alert); border-radius: 0.5rem; background: var(--alert-band);
          color: var(--ink); padding: 0.5rem 1rem; margin: 0.75rem 0; break-inside: avoid; }
        .banner strong { color: var(--alert); font-size: 1.1rem; }
        .banner a { color: inherit; }
        .banner ul { margin: 0.25rem 0; padding-left: 1.25rem; max-width: 80ch; }
        .alert { color: var(--alert); background: var(--alert-band); font-weight: 600; }
        .warn { background: var(--warn-band); }
        .alert a, .warn a { color: inherit; }
        .chart { margin: 1rem 0; } .chart .title { margin: 0 0 0.35rem; }
        .paper { display: none; }
        summary { color: var(--accent); cursor: pointer; padding: 0.35rem 0; font-size: 0.9rem; }
        .picture { display: block; font-size: 13px; fill: var(--ink); overflow: visible; }
        .picture .end { text-anchor: end; } .picture .middle { text-anchor: middle; }
        .picture .soft { fill: var(--soft); font-size: 12px; }
        .picture line, .picture path { fill: none; stroke: var(--line); }
        .picture .nought { stroke: var(--soft); } .picture .range { stroke: var(--ink); stroke-width: 1.5; }
        .picture .mark { stroke: var(--alert); stroke-width: 2; stroke-dasharray: 5 3; }
        .picture .part, .picture .spread { fill: hsl(var(--hue) var(--sat) var(--lum));
          stroke: hsl(var(--hue) var(--sat) var(--edge)); }
        .picture .spread { fill-opacity: 0.6; } .picture .fixed { stroke-width: 2.5; stroke-dasharray: 3 2; }
        .picture .up { fill: var(--met0); stroke: var(--alert); }
        .picture .down { fill: var(--met4); stroke: var(--soft); }
        .picture .unsure { fill: var(--paper); stroke-width: 1.5; stroke-dasharray: 4 3; }
        .picture .away { fill: var(--band); stroke: var(--line); stroke-dasharray: 2 2; }
        .picture .missing { fill: var(--alert-band); stroke: var(--alert); }
        .picture .curve { stroke: hsl(var(--hue) var(--sat) var(--edge)); stroke-width: 2; }
        .picture .dot { fill: hsl(var(--hue) var(--sat) var(--edge)); stroke: var(--ink); }
        .picture .grey { fill: var(--line); stroke: var(--soft); }
        footer { margin-top: 3rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--soft); }
        .h0 { --hue: 205; } .h1 { --hue: 35; } .h2 { --hue: 130; } .h3 { --hue: 290; } .h4 { --hue: 60; }
        .h5 { --hue: 340; } .h6 { --hue: 175; } .h7 { --hue: 250; } .h8 { --hue: 15; } .h9 { --hue: 90; }
        .h10 { --hue: 315; } .h11 { --hue: 225; }
        @media (max-width: 40rem) {
          .grid .who { min-width: 6.5rem; max-width: 7.5rem; padding: 0.2rem 0.25rem; }
          th, td { padding: 0.3rem 0.45rem; } td.prose, th.prose { min-width: 12rem; }
          td.w, th.w { max-width: 12rem; } h2 { margin-top: 2.25rem; }
          .few tr > :first-child, .many tr > :first-child { position: sticky; left: 0; z-index: 1; max-width: 9rem;
            overflow-wrap: anywhere; box-shadow: inset -1px 0 0 var(--line); }
          .few tbody tr > :first-child, .many tbody tr > :first-child, .few tfoot tr > :first-child,
          .many tfoot tr > :first-child { background-color: var(--paper); }
        }
        @page { size: A4; margin: 14mm 12mm; }
        @page wide { size: A4 landscape; margin: 12mm; }
        @media print {
          :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --soft: #444444; --line: #999999;
            --band: #eeeeee; --card: #ffffff; --accent: #000000; --alert: #8c1d18; --alert-band: #fdeceb;
            --warn-band: #fdf3d8; --met4: #d9efdf; --met3: #eaf5d8; --met2: #fbf0c9; --met1: #fbdfc6;
            --met0: #f8cfcb; --sat: 65%; --lum: 89%; --edge: 50%; }
          body { max-width: none; padding: 0; font-size: 9.5pt; }
          nav, .skip, .file, footer a, .chart details { display: none; }
          a { color: inherit; text-decoration: none; }
          #rota { page: wide; }
          .brief .few tbody tr:nth-child(n+11), .brief .many tbody tr:nth-child(n+11),
          .brief .metrics tbody tr:nth-child(n+6) { display: none; }
          .brief .paper { display: block; font-size: 7.5pt; margin: 0.2rem 0 0; }
          h2 { margin-top: 1.1rem; font-size: 12.5pt; } h3 { margin-top: 1rem; }
          p.note { font-size: 8pt; line-height: 1.35; } .first a::before { content: "→ "; }
          .scroll { overflow: visible; background: none; }
          .table { margin: 0.5rem 0 0.7rem; } caption { font-size: 9pt; padding-bottom: 0.15rem; }
          .picture { max-width: 100%; max-height: 92mm; width: auto; height: auto; break-inside: avoid; }
          .short .picture { max-height: 64mm; } .short .first { font-size: 8.5pt; }
          .short .first li { margin: 0.15rem 0; }
          .sheet { break-after: page; } .sheet .picture { max-height: 58mm; }
          .sheet .table { margin: 0.3rem 0 0.4rem; } .sheet .chart { margin: 0.3rem 0; }
          .chart { break-inside: avoid; } .beside { display: inline-block; width: 49%; vertical-align: top; }
          .cards { grid-template-columns: repeat(5, 1fr); gap: 0.3rem; font-size: 8.5pt; margin: 0.5rem 0; }
          .cards div { padding: 0.3rem 0.5rem; } .cards .value { font-size: 12pt; }
          .cards .note { font-size: 7.5pt; line-height: 1.25; }
          h1 { font-size: 17pt; } .lead { font-size: 11pt; margin: 0.4rem 0; } p { max-width: none; }
          .heat td { min-width: 0; } caption span { position: static; max-width: none; }
          .grid .who, .grid .group span { position: static; }
          .grid .who { box-shadow: none; }
          table { font-size: 7pt; line-height: 1.35; max-width: 100%; }
          .grid { font-size: 6.5pt; width: 100%; table-layout: fixed; } .grid .who { width: 27mm; }
          .grid td, .grid .who { min-width: 0; }
          .grid th, .grid td { padding: 1px; } .grid .off { font-size: 6pt; }
          .grid thead th { white-space: normal; }
          th, td { padding: 1px 4px; } td.w, th.w, .heat td { min-width: 0; }
          td.prose, th.prose { min-width: 24mm; } tbody th.w, tfoot th.w { min-width: 0; max-width: 40mm; }
          tbody th.prose, tfoot th.prose { max-width: 95mm; }
          .many { font-size: 6pt; table-layout: fixed; width: 100%; } .many th, .many td { padding: 1px 2px;
            overflow-wrap: anywhere; hyphens: auto; min-width: 0; max-width: none; }
          .many th.prose { width: 21%; } .many th.n { width: 6.5%; }
          thead { display: table-header-group; break-after: avoid; } tfoot { display: table-row-group; }
          tr, .cards div { break-inside: avoid; } tfoot { break-before: avoid; }
          tbody:last-of-type tr:last-child { break-before: avoid; }
          tbody:first-of-type tr:first-child { break-before: avoid; } h2, h3, caption, .note { break-after: avoid; }
          .banner, .at, .code, .alert, .warn, .heat td, thead th, .group, .picture * {
            print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
