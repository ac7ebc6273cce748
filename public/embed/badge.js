// <snitfladeklar-badge product="name-in-the-address" interface="SF1500" lang="da">…</snitfladeklar-badge>
// Shows what the portal says at this moment; what stands inside the element is shown until then, and where it cannot be asked.
(() => {
  const portal = new URL(document.currentScript.src).origin;
  const style =
    'a{display:inline-flex;font:600 .8125rem/1.5 system-ui,sans-serif;text-decoration:none;border-radius:3px;overflow:hidden;color:#fff}' +
    'a:focus-visible{outline:3px solid #0b63ce;outline-offset:2px}span{padding:.125rem .5rem}.label{background:#2b3a42}' +
    '@media (forced-colors:active){a{border:1px solid LinkText}}';

  customElements.define(
    'snitfladeklar-badge',
    class extends HTMLElement {
      static observedAttributes = ['product', 'interface', 'lang'];

      connectedCallback() {
        this.refresh();
      }

      attributeChangedCallback() {
        if (this.isConnected) this.refresh();
      }

      async refresh() {
        const prefix = this.getAttribute('lang') === 'en' ? '/en' : '';
        const page = `${portal}${prefix}/products/${encodeURIComponent(this.getAttribute('product') ?? '')}`;
        const file = encodeURIComponent(this.getAttribute('interface') || 'product');
        const asked = `${page}/badges/${file}.json`;
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
        const sheet = document.createElement('style');
        sheet.textContent = style;
        const link = Object.assign(document.createElement('a'), { href: page });
        const parts = [
          ['label', label],
          ['message', message],
        ].map(([className, textContent]) => Object.assign(document.createElement('span'), { className, textContent }));
        parts[1].style.background = color;
        link.append(...parts);
        root.replaceChildren(sheet, link);
      }
    },
  );
})();
