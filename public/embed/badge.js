// <snitfladeklar-badge product="name-in-the-address" interface="SF1500" lang="da">…</snitfladeklar-badge>
// With product and interface: how the product supports the interface; with one of them: all of the product, or of the interface.
// Shows what the portal says at this moment, and again when somebody comes back to the page; what stands inside the element is
// shown until then, and where the portal cannot be asked. Works where the page's policy allows no styles of others.
(() => {
  const name = 'snitfladeklar-badge';
  if (customElements.get(name)) return;
  const script = document.currentScript ?? document.querySelector('script[src$="/embed/badge.js"]');
  const portal = new URL(script?.src ?? location.href).origin;
  const style =
    'a{display:inline-flex;font:600 .8125rem/1.5 system-ui,sans-serif;text-decoration:none;border-radius:3px;overflow:hidden;color:#fff}' +
    'a:focus-visible{outline:3px solid #0b63ce;outline-offset:2px}span{padding:.125rem .5rem}.label{background:#2b3a42}' +
    '@media (forced-colors:active){a{border:1px solid LinkText}}';

  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ['product', 'interface', 'lang'];

      connectedCallback() {
        this.again = () => {
          if (document.visibilityState === 'visible') this.refresh();
        };
        document.addEventListener('visibilitychange', this.again);
        this.refresh();
      }

      disconnectedCallback() {
        document.removeEventListener('visibilitychange', this.again);
      }

      attributeChangedCallback() {
        if (this.isConnected) this.refresh();
      }

      /** The page that the badge is of, and the badge's name there. */
      get subject() {
        const prefix = portal + (this.getAttribute('lang') === 'en' ? '/en' : '');
        const product = this.getAttribute('product');
        const ofInterface = this.getAttribute('interface');
        return product
          ? [`${prefix}/products/${encodeURIComponent(product)}`, ofInterface || 'product']
          : [`${prefix}/interfaces/${encodeURIComponent(ofInterface ?? '')}`, 'interface'];
      }

      async refresh() {
        const [page, file] = this.subject;
        const asked = `${page}/badges/${encodeURIComponent(file)}.json`;
        this.asked = asked;
        const badge = await fetch(asked).then(
          (response) => response.json(),
          () => undefined,
        );
        // Something else was asked for meanwhile, or the portal cannot be reached.
        if (this.asked !== asked || typeof badge?.message !== 'string') return;
        this.draw(page, badge);
      }

      draw(page, { label, message, color }) {
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        root.adoptedStyleSheets = [sheet];
        const link = Object.assign(document.createElement('a'), { href: page });
        const parts = [
          ['label', label],
          ['message', message],
        ].map(([className, textContent]) => Object.assign(document.createElement('span'), { className, textContent }));
        parts[1].style.background = color;
        link.append(...parts);
        root.replaceChildren(link);
      }
    },
  );
})();
