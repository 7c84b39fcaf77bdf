import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { BarraDeMesa } from './barra-de-mesa.tsx';
import { Cabecera, FranjaActuaPor } from './cabecera.tsx';
import type { Errores } from './campos.ts';
import { clases } from './componentes/clases.ts';
import { EnlaceVolver, Migas, type Miga } from './componentes/navegacion.tsx';
import { ResumenErrores } from './componentes/resumen-errores.tsx';
import { Pie } from './pie.tsx';
import { contextoDePagina } from '../plataforma/index.ts';
import { recursosDePagina, RUTA_DE_RECURSOS } from './recursos.ts';

interface PropsDePagina {
  /** What the page is, without the office's name; also its heading, unless `encabezado` says another. */
  titulo: string;
  children: ComponentChildren;
  /** The heading where it is not the title; `null` where the content brings its own (a panel). */
  encabezado?: ComponentChildren;
  /** `xl` on the pages where something begins; `m` where one works. */
  letra?: 'm' | 'l' | 'xl';
  /** What the page is part of, small, over the heading. */
  parteDe?: string;
  /** What stands before everything, also before the summary of errors. */
  antes?: ComponentChildren;
  /** Messages by field (`_`, of none): the summary, and «Error:» first in the title, as a screen reader reads it first. */
  errores?: Errores | undefined;
  /** Messages of no field in particular. */
  generales?: readonly string[] | undefined;
  /** The page is of an error, also without a summary of them. */
  error?: boolean;
  /**
   * `pregunta` is the narrow column of questions and of prose; `ancha`, for tables and tiles; `mesa`, for whoever works
   * on it all day: as wide as the window.
   */
  ancho?: 'pregunta' | 'ancha' | 'mesa';
  migas?: readonly Miga[] | undefined;
  /** Address of the previous question; it takes the place of the breadcrumbs. */
  volver?: string | { href: string; texto: string } | undefined;
  /** What is being done so far: in the right half of a wide screen, after the question on others. */
  alLado?: ComponentChildren;
  /** Unless told, only where anyone may come and nobody signed in. */
  indexable?: boolean;
  /** Without script, the browser asks for the page again after these seconds. */
  recargarCada?: number | undefined;
  /** Further entries of the client build (`vite.config.ts`) that the page needs. */
  islas?: readonly string[] | undefined;
  /** Answers 2xx while the server and the session live, 401 when the session ended: asked before each POST. */
  comprobar?: string;
  descripcion?: string;
}

const NOMBRE = 'Autogestión';

/**
 * The one frame of every page: the document, the header with who signed in, the banner of for whom they act, the way
 * back, the summary of errors and the heading. Who and for whom come from the request. Render it with `renderizarPagina`.
 */
export function Pagina(props: PropsDePagina): VNode {
  const { ancho = 'pregunta', titulo } = props;
  const { _: sinCampo, ...errores } = props.errores ?? {};
  const generales = [...(sinCampo ? [sinCampo] : []), ...(props.generales ?? [])];
  const { persona, respondeA, actuaPor, publica, acabaEn } = contextoDePagina();
  const { indexable = publica && !persona, encabezado = titulo, letra = 'l' } = props;
  const error = (props.error ?? false) || Object.values(errores).some(Boolean) || generales.length > 0;
  const recursos = recursosDePagina(props.islas);
  return (
    <html lang="es-CO" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${error ? 'Error: ' : ''}${titulo} | ${NOMBRE}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#073b45" />
        {/* Long numbers are NITs and radicados, not telephones. */}
        <meta name="format-detection" content="telephone=no" />
        {props.descripcion ? <meta name="description" content={props.descripcion} /> : null}
        {indexable && !error ? null : <meta name="robots" content="noindex, nofollow" />}
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
      <body
        class={clases('govuk-template__body', ancho === 'mesa' && 'a-lo-ancho')}
        data-comprobar={props.comprobar ?? '/vivo'}
        data-responde-a={respondeA}
        data-sesion={acabaEn}
      >
        {recursos.soporte ? <script src={recursos.soporte} /> : null}
        <a href="#contenido" class="govuk-skip-link" data-module="govuk-skip-link">
          Saltar al contenido
        </a>
        <Cabecera persona={persona} publica={publica} />
        {persona?.roles ? <BarraDeMesa roles={persona.roles} /> : null}
        {actuaPor ? <FranjaActuaPor {...actuaPor} /> : null}
        <div class="contenedor">
          <Retorno volver={props.volver} migas={props.migas} />
          <div class={props.alLado ? 'con-lado' : undefined}>
            <main class={`principal principal--${ancho}`} id="contenido">
              {props.antes}
              <ResumenErrores errores={errores} generales={generales} />
              {props.parteDe ? <span class="govuk-caption-l">{props.parteDe}</span> : null}
              {encabezado === null ? null : <h1 class={`govuk-heading-${letra}`}>{encabezado}</h1>}
              {props.children}
            </main>
            {props.alLado ? <aside class="lado">{props.alLado}</aside> : null}
          </div>
        </div>
        <Pie />
      </body>
    </html>
  );
}

function Retorno({ volver, migas }: Pick<PropsDePagina, 'volver' | 'migas'>): VNode | null {
  if (volver) return <EnlaceVolver {...(typeof volver === 'string' ? { href: volver } : volver)} />;
  return migas ? <Migas migas={migas} /> : null;
}

/** The whole HTML document of a `<Pagina>`. */
export function renderizarPagina(pagina: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(pagina)}`;
}
