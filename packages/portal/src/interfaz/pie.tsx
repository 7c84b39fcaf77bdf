import type { VNode } from 'preact';

/** Where every page leads at its end. */
const ENLACES_DEL_PIE = [
  { href: '/ayuda', texto: 'Ayuda' },
  { href: '/estado', texto: 'Estado del servicio' },
  { href: '/accesibilidad', texto: 'Accesibilidad' },
  { href: '/datos-personales', texto: 'Sus datos personales' },
  { href: '/api', texto: 'API' },
  { href: '/codigo', texto: 'Código abierto' },
] as const;

export function Pie(): VNode {
  return (
    <footer class="pie">
      <div class="pie__fila">
        <nav aria-label="Sobre este servicio">
          <ul>
            {ENLACES_DEL_PIE.map(({ href, texto }) => (
              <li>
                <a href={href}>{texto}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>
          Autogestión es una oficina tributaria de código abierto. No pertenece a la DIAN ni usa sus marcas.
        </p>
      </div>
    </footer>
  );
}
