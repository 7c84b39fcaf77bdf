import { definidos } from '@autogestion/normas/definidos';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type ActuaPor, Cabecera, FranjaActuaPor, type Persona } from './cabecera.tsx';
import { EnlaceVolver, Migas, type Miga } from './componentes/navegacion.tsx';
import { Pie } from './pie.tsx';
import { contextoDePagina } from '../plataforma/index.ts';
import { recursosDePagina, RUTA_DE_RECURSOS } from './recursos.ts';

export interface PropsDePagina {
  /** What the page is, without the office's name. */
  titulo: string;
  children: ComponentChildren;
  /** The page shows faults to correct: the title says so first, as a screen reader reads it first. */
  error?: boolean;
  /** `pregunta` is the narrow column of questions and of prose; `ancha`, for tables and tiles. */
  ancho?: 'pregunta' | 'ancha';
  migas?: readonly Miga[];
  /** Address of the previous question; it takes the place of the breadcrumbs. */
  volver?: string | { href: string; texto: string };
  persona?: Persona;
  actuaPor?: ActuaPor;
  /** Off for pages of one person, drafts and errors. On by default only where nobody signed in. */
  indexable?: boolean;
  /** Without script, the browser asks for the page again after these seconds. */
  recargarCada?: number;
  /** Further entries of the client build (`vite.config.ts`) that the page needs. */
  islas?: readonly string[];
  /** Answers 2xx while the server and the session live, 401 when the session ended: asked before each POST. */
  comprobar?: string;
  descripcion?: string;
}

const NOMBRE = 'Autogestión';

/** The document around a page's content. Render it with `renderizarPagina`. */
export function Pagina(props: PropsDePagina): VNode {
  const { ancho = 'pregunta', indexable = !props.persona, actuaPor = porQuienSeActua() } = props;
  const recursos = recursosDePagina(props.islas);
  return (
    <html lang="es-CO" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${props.error ? 'Error: ' : ''}${props.titulo} | ${NOMBRE}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#073b45" />
        {/* Long numbers are NITs and radicados, not telephones. */}
        <meta name="format-detection" content="telephone=no" />
        {props.descripcion ? <meta name="description" content={props.descripcion} /> : null}
        {indexable && !props.error ? null : <meta name="robots" content="noindex, nofollow" />}
        <link rel="icon" type="image/svg+xml" href={`${RUTA_DE_RECURSOS}icono.svg`} />
        {recursos.fuentes.map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {recursos.estilos ? <link rel="stylesheet" href={recursos.estilos} /> : null}
        {recursos.modulos.flatMap(({ precargas }) =>
          precargas.map((href) => <link rel="modulepreload" href={href} />),
        )}
        {recursos.modulos.map(({ archivo }) => (
          <script type="module" src={archivo} />
        ))}
        {props.recargarCada === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(props.recargarCada)} />
          </noscript>
        )}
      </head>
      <body class="govuk-template__body" data-comprobar={props.comprobar ?? '/vivo'}>
        {recursos.soporte ? <script src={recursos.soporte} /> : null}
        <a href="#contenido" class="govuk-skip-link" data-module="govuk-skip-link">
          Saltar al contenido
        </a>
        <Cabecera persona={quienActua(props.persona)} />
        {actuaPor ? <FranjaActuaPor {...actuaPor} /> : null}
        <div class="contenedor">
          <Retorno volver={props.volver} migas={props.migas} />
          <main class={`principal principal--${ancho}`} id="contenido">
            {props.children}
          </main>
        </div>
        <Pie />
      </body>
    </html>
  );
}

/** Acting for another, the header still says who signed in. */
function quienActua(persona: Persona | undefined): Persona | undefined {
  const { actuaPor } = contextoDePagina();
  if (!persona || !actuaPor) return persona;
  return { nombre: actuaPor.quien, ...definidos({ salir: persona.salir }) };
}

/** The banner does not depend on the page remembering it: it comes from the request. */
function porQuienSeActua(): ActuaPor | undefined {
  const { actuaPor } = contextoDePagina();
  if (!actuaPor) return undefined;
  const { nombre, documento, calidad } = actuaPor;
  return { nombre, documento, calidad, cambiar: '/actuar' };
}

function Retorno({ volver, migas }: Pick<PropsDePagina, 'volver' | 'migas'>): VNode | null {
  if (volver) return <EnlaceVolver {...(typeof volver === 'string' ? { href: volver } : volver)} />;
  return migas ? <Migas migas={migas} /> : null;
}

/** The whole HTML document of a `<Pagina>`. */
export function renderizarPagina(pagina: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(pagina)}`;
}
