extension ResultPage {
  /// How the page looks. Colours are a few names, set anew for dark screens; on paper there is only black.
  static let style = """
    :root { color-scheme: light dark; --ink: #16181d; --dim: #5a6272; --line: #d8dce4; --back: #fff; --band: #f4f6f9;
      --accent: #0b4f8a; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8eaf0; --dim: #9aa3b4; --line: #333a47; --back: #14161b; --band: #1b1f27; --accent: #7db8f0; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 58rem; background: var(--back); color: var(--ink);
      font: 15px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums; }
    header { border-bottom: 3px solid var(--ink); padding-bottom: .6rem; }
    h1 { margin: 0 0 .15rem; font-size: 1.6em; line-height: 1.2; letter-spacing: -.01em; }
    h2 { margin: 0; font-size: 1.3em; line-height: 1.25; }
    h3 { margin: 1.6rem 0 .35rem; font-size: .8em; letter-spacing: .08em; text-transform: uppercase;
      color: var(--dim); }
    header p { margin: 0; }
    .facts span + span::before { content: "· "; color: var(--dim); }
    .moment { font-size: .85em; color: var(--dim); }
    section { margin-top: 2rem; }
    .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .2rem 1.5rem;
      margin-bottom: .5rem; }
    .state { margin: 0; padding: .05rem .6rem; border: 1.5px solid var(--accent); border-radius: 1rem;
      font-size: .85em; font-weight: 600; color: var(--accent); }
    .sheet { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; }
    th, td { padding: .3rem .55rem; text-align: left; vertical-align: top; }
    th { font-size: .8em; font-weight: 600; letter-spacing: .03em; color: var(--dim); white-space: nowrap;
      border-bottom: 1.5px solid var(--ink); }
    td { border-bottom: 1px solid var(--line); }
    tbody tr:nth-child(even) td { background: var(--band); }
    abbr { text-decoration: none; }
    .number { text-align: right; white-space: nowrap; }
    .rank { width: 3.2rem; font-weight: 700; }
    th.rank { font-weight: 600; }
    .name { font-weight: 600; overflow-wrap: anywhere; min-width: 9rem; }
    .time { font-weight: 700; }
    th.name, th.time { font-weight: 600; }
    td.notes { color: var(--dim); font-size: .85em; overflow-wrap: anywhere; min-width: 6rem; }
    .splits { font-size: .9em; }
    .splits .name { font-weight: 500; }
    .sheet + .sheet { margin-top: 1.2rem; }
    small { display: inline-block; min-width: 2.1em; font-size: .8em; color: var(--dim); }
    .lap { color: var(--dim); }
    .notice { margin: .6rem 0 0; font-size: .9em; }
    .notice::before { content: "Note: "; font-weight: 600; }
    .legend { margin: 2rem 0 0; padding-top: .7rem; border-top: 1px solid var(--line); font-size: .85em;
      display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; }
    .legend div { display: flex; gap: .45rem; }
    dt { font-weight: 700; white-space: nowrap; }
    dd { margin: 0; color: var(--dim); }
    footer { margin-top: 1rem; font-size: .8em; color: var(--dim); overflow-wrap: anywhere; }
    footer p { margin: .3rem 0; max-width: 48rem; }
    @page { size: A4; margin: 14mm 13mm 16mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @media print {
      :root { color-scheme: light; --ink: #000; --dim: #333; --line: #999; --back: #fff; --band: #fff;
        --accent: #000; }
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.3; }
      h1 { font-size: 16pt; }
      h2 { font-size: 13pt; }
      section { margin-top: 6mm; }
      section + section { break-before: page; margin-top: 0; }
      .sheet { overflow: visible; }
      th, td { padding: 1.1mm 1.6mm; }
      thead { display: table-header-group; }
      tr, .legend div, .notice { break-inside: avoid; }
      .head, h3 { break-after: avoid; }
      .splits { font-size: 8.5pt; }
    }

    """
}
