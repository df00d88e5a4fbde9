/// The only stylesheet of the simulator, at `/simulator.css`.
let stylesheet = """
    * { box-sizing: border-box }
    body { margin: 0; color: #1f2937; background: #fff; font: 1rem/1.5 system-ui, "DejaVu Sans", sans-serif }
    h1, h2, p, dl, dd { margin: 0 }
    h2 { font-size: 1rem; margin: 1.75rem 0 .5rem }
    a { color: #0b5cad }
    :focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px }
    .simulation { background: #fef3c7; color: #854d0e; text-align: center; padding: .5rem 1rem; font-size: .875rem }
    .colonnes { display: flex; flex-wrap: wrap; min-height: calc(100vh - 2.4rem) }
    .resume { flex: 1 1 22rem; background: #123a4a; color: #fff; padding: 3rem 3rem 3rem max(2rem, calc(50vw - 34rem)) }
    .resume a { color: #fff }
    .retour { margin-bottom: 2rem }
    .vendeur { color: #4b5563 }
    .resume .vendeur { color: #d5e4ea; font-size: 1.125rem }
    .montant { font-size: 2.5rem; line-height: 1.2; margin: .25rem 0 2rem; font-variant-numeric: tabular-nums }
    dl > div { display: flex; justify-content: space-between; gap: 1rem; padding: .75rem 0 }
    dl .total { border-top: 1px solid #6f97a6; font-weight: 600 }
    .colonnes main { flex: 1 1 22rem; padding: 3rem max(2rem, calc(50vw - 34rem)) 3rem 3rem }
    @media (max-width: 52rem) {
      .colonnes { min-height: 0 }
      .resume, .colonnes main { padding: 1.5rem 1.25rem }
      .montant { font-size: 2rem; margin-bottom: 1rem }
    }
    .avis main, .inscription main { max-width: 34rem; margin: 3rem auto; padding: 0 1.5rem }
    .avis h1, .inscription h1 { font-size: 1.75rem; line-height: 1.25; margin: .25rem 0 1.5rem }
    .avis main > p { margin-bottom: 1.5rem }
    label { display: block; font-size: .875rem; font-weight: 600; margin: .75rem 0 .25rem }
    input, select { width: 100%; font: inherit; color: inherit; padding: .625rem .75rem; border: 1px solid #6b7280;
      border-radius: .5rem; background: #fff }
    .paire { display: flex; gap: 1rem }
    .paire p { flex: 1 1 0; min-width: 0 }
    .inscription h1 { margin-bottom: .25rem }
    .inscription h1 + form { margin-top: 1.5rem }
    .inscription .erreur { margin: 1rem 0 0 }
    .etape { color: #0f5c4d; font-weight: 600; font-size: .875rem; margin-top: 1rem }
    progress { width: 100%; height: .5rem; accent-color: #0f5c4d; margin-bottom: 1rem }
    .inscription .retour { margin: 1rem 0 0; text-align: center }
    .choix label { display: flex; gap: .625rem; align-items: baseline; font-weight: 400; font-size: 1rem; margin: .5rem 0 }
    .choix input { width: auto }
    .carte { border: 1px solid #d1d5db; border-radius: .5rem; padding: 1rem; margin-top: 1rem }
    .carte h2, .carte h3 { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; margin: 0;
      font-size: 1rem }
    .carte h2 a { font-weight: 400; font-size: .875rem }
    .carte dl > div { padding: .25rem 0; font-size: .875rem; flex-wrap: wrap; gap: 0 1rem }
    .carte dt { color: #4b5563 }
    .carte dd { margin-left: auto; text-align: right; overflow-wrap: anywhere }
    .bord main { max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem }
    .bord h1 { font-size: 1.75rem; line-height: 1.25 }
    .bord .montant { margin: 0; font-size: 2rem }
    .bord button { width: auto; margin-top: .75rem; padding: .5rem 1rem }
    .bord .paire { gap: .5rem; align-items: center }
    .bord .paire input { width: 7rem; min-width: 0 }
    .bord .paire button { margin: 0 }
    .suite { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-top: .75rem; font-size: .875rem }
    .carte > .suite:only-child { margin-top: 0 }
    .suite p { flex: 1 1 14rem }
    .bord .suite button { margin: 0; padding: .25rem .625rem; font-size: .8125rem }
    fieldset { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0 }
    legend { font-weight: 700; padding: 0 }
    button, .bouton { display: block; width: 100%; margin-top: 1.25rem; padding: .75rem 1rem; border: 1px solid #0f5c4d;
      border-radius: .5rem; background: #0f5c4d; color: #fff; font: inherit; font-weight: 600; text-align: center;
      text-decoration: none; cursor: pointer }
    button:hover, .bouton:hover { background: #0b463b }
    button.second { background: #fff; color: #0f5c4d; margin-top: .75rem }
    button.second:hover { background: #eef5f3 }
    button.klarna { background: #ffd9e6; border-color: #8f3d5e; color: #3f1226; margin-top: .5rem }
    button.klarna:hover { background: #ffc4d8 }
    .ou { text-align: center; color: #4b5563; margin-top: .5rem }
    .erreur { background: #fee2e2; color: #991b1b; border: 1px solid #c93030; border-radius: .5rem;
      padding: .75rem 1rem }
    .aide { color: #4b5563; font-size: .875rem; margin-top: .25rem }
    details.aide { margin-top: 2rem; border-top: 1px solid #d1d5db; padding-top: 1rem }
    summary { cursor: pointer; font-weight: 600 }
    table { border-collapse: collapse; width: 100%; margin-top: .5rem }
    caption { text-align: left }
    th, td { text-align: left; padding: .25rem .5rem .25rem 0; vertical-align: top }
    code { font: .875rem "DejaVu Sans Mono", monospace; white-space: nowrap }
    .discret { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .controle main { max-width: 72rem; margin: 2rem auto; padding: 0 1.5rem }
    .controle h2 { font-size: 1.25rem; border-bottom: 1px solid #d1d5db }
    .controle td form { display: inline-flex; gap: .25rem; margin: 0 .25rem .25rem 0 }
    .controle td button { display: inline-block; width: auto; margin: 0; padding: .125rem .5rem; font-size: .8125rem;
      font-weight: 400 }
    .controle td:last-child { min-width: 14rem }
    .controle tr { border-bottom: 1px solid #e5e7eb }
    .controle table { font-size: .875rem }
    .defile { overflow-x: auto }
    .pannes { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 0 2rem }
    .pannes input[type=checkbox] { width: auto; margin-right: .5rem }
    .pannes button { grid-column: 1 / -1; max-width: 18rem }

    """
