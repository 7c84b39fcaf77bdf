import type { VNode } from 'preact';
import { Icono } from './componentes/icono.tsx';

/** Who signed in. What the header shows is for their eyes: no page with it may be cached by others. */
export interface Persona {
  readonly nombre: string;
  /** Already formatted: «C.C. 52.418.906». */
  readonly documento?: string;
  /** Signing out changes the session, so it is a form. */
  readonly salir?: { readonly accion: string; readonly csrf: string };
}

/** Whom the page's acts bind, when it is not who signed in. */
export interface ActuaPor {
  readonly nombre: string;
  /** Already formatted: «NIT 900.123.456-8». */
  readonly documento: string;
  /** Why they may: «representante legal», «apoderado». */
  readonly calidad?: string;
  readonly cambiar?: string;
}

export function Cabecera({ persona }: { persona: Persona | undefined }): VNode {
  return (
    <header class="cabecera">
      <p class="independiente">
        Implementación independiente de código abierto. No es un servicio de la DIAN.
      </p>
      <div class="cabecera__fila">
        <a class="marca" href="/">
          <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none">
            <path
              d="M9.5 2h13A7.5 7.5 0 0 1 30 9.5v13a7.5 7.5 0 0 1-7.5 7.5h-13A7.5 7.5 0 0 1 2 22.5v-13A7.5 7.5 0 0 1 9.5 2z"
              stroke="#ffc83d"
              stroke-width="3"
            />
            <path
              d="m9 16.5 5 5 9.5-10.5"
              stroke="#fff"
              stroke-width="3.4"
              stroke-linecap="round"
              stroke-linejoin="round"
            />
          </svg>
          Autogestión
        </a>
        {persona ? <QuienEntro {...persona} /> : null}
      </div>
    </header>
  );
}

function QuienEntro({ nombre, documento, salir }: Persona): VNode {
  return (
    <div class="persona">
      <p class="persona__nombre">
        {nombre}
        {documento ? <span class="persona__documento">{documento}</span> : null}
      </p>
      {salir ? (
        <form method="post" action={salir.accion}>
          <input type="hidden" name="_csrf" value={salir.csrf} />
          <button class="boton-enlace" type="submit">
            Salir
          </button>
        </form>
      ) : null}
    </div>
  );
}

export function FranjaActuaPor({ nombre, documento, calidad, cambiar }: ActuaPor): VNode {
  return (
    <section class="actua-por" aria-label="Por quién actúa usted">
      <div class="actua-por__fila">
        <Icono nombre="personas" medida={22} />
        <p>
          Usted actúa por <strong>{nombre}</strong>, {documento}
          {calidad ? `, como ${calidad}` : ''}
        </p>
        {cambiar ? <a href={cambiar}>Cambiar</a> : null}
      </div>
    </section>
  );
}
