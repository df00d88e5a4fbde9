/// The foot of every page: help, and what the law wants within reach of whoever visits the site.
enum Footer {
    static let html: HTML = """
        <footer class="site">
        <nav aria-label="Aide et informations légales"><ul>
        <li><a href="/aide">Aide</a></li>
        <li><a href="/mentions-legales">Mentions légales</a></li>
        <li><a href="/conditions">Conditions</a></li>
        <li><a href="/confidentialite">Confidentialité</a></li>
        </ul></nav>
        </footer>
        """
}
