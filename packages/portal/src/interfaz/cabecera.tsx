import type { VNode } from 'preact';
import type { ActuaPorQuien, Persona } from '../plataforma/index.ts';
import { Formulario } from './componentes/formulario.tsx';
import { Icono } from './componentes/icono.tsx';

export function Cabecera({ persona, publica }: { persona: Persona | undefined; publica: boolean }): VNode {
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
        {persona ? <QuienEntro {...persona} /> : publica ? <Entrar /> : null}
      </div>
    </header>
  );
}

/** On the pages that anyone may open: the door of whoever has a RUT. */
const Entrar = (): VNode => (
  <a class="cabecera__entrar" href="/entrar">
    <Icono nombre="persona" medida={20} />
    Entrar
  </a>
);

/** Signing out changes the session, so it is a form. */
function QuienEntro({ nombre, documento }: Persona): VNode {
  return (
    <div class="persona">
      <p class="persona__nombre">
        {nombre}
        {documento ? <span class="persona__documento">{documento}</span> : null}
      </p>
      <Formulario accion="/salir">
        <button class="boton-enlace" type="submit">
          Salir
        </button>
      </Formulario>
    </div>
  );
}

export function FranjaActuaPor({ nombre, documento, calidad }: ActuaPorQuien): VNode {
  return (
    <section class="actua-por" aria-label="Por quién actúa usted">
      <div class="actua-por__fila">
        <Icono nombre="personas" medida={22} />
        <p>
          Usted actúa por <strong>{nombre}</strong>, {documento}, como {calidad}
        </p>
        <a href="/actuar">Cambiar</a>
      </div>
    </section>
  );
}
