import type { VNode } from 'preact';
import type { Persona } from '../plataforma/index.ts';
import { enlace } from './enlaces.ts';

const LUGARES = [
  { ruta: 'cuentas.mesa', texto: 'Mi día' },
  { ruta: 'tramites.mesa', texto: 'Cola' },
  { ruta: 'tramites-rut.asistidos', texto: 'Atender' },
  { ruta: 'tramites-rut.oficio', texto: 'De oficio' },
  { ruta: 'obligaciones.mesa', texto: 'Obligaciones' },
  { ruta: 'tramites.supervision', texto: 'Supervisar' },
  { ruta: 'obligaciones.recaudo', texto: 'Recaudo' },
  { ruta: 'facturas.entregas-mesa', texto: 'Facturas' },
  { ruta: 'operacion.sellos', texto: 'Sellos' },
  { ruta: 'operacion.intentos', texto: 'Intentos' },
] as const;

/**
 * The desk's own bar, on every page of an official who may work: where to go, and the search, which is a GET so that
 * going back finds it again. Each link is drawn for whom its route lets through.
 */
export function BarraDeMesa({ roles }: Required<Pick<Persona, 'roles'>>): VNode | null {
  const lugares = LUGARES.flatMap(({ ruta, texto }) => {
    const de = enlace.roles(ruta);
    const href = de.length === 0 || de.some((r) => roles.includes(r)) ? enlace(ruta) : undefined;
    return href === undefined ? [] : [{ href, texto }];
  });
  const buscar = enlace.roles('tramites.mesa-buscar').some((r) => roles.includes(r))
    ? enlace('tramites.mesa-buscar')
    : undefined;
  if (lugares.length === 0) return null;
  const teclas = buscar && enlace('tramites.teclas');
  return (
    <div class="barra-de-mesa">
      <div class="barra-de-mesa__fila">
        <nav aria-label="Mesa">
          <ul>
            {lugares.map(({ href, texto }) => (
              <li>
                <a href={href}>{texto}</a>
              </li>
            ))}
          </ul>
        </nav>
        {buscar ? (
          <form method="get" action={buscar} role="search" class="barra-de-mesa__buscar">
            <label class="govuk-visually-hidden" for="buscar-en-mesa">
              Buscar por radicado, NIT o nombre
            </label>
            <input
              class="govuk-input"
              id="buscar-en-mesa"
              name="q"
              type="search"
              placeholder="Radicado, NIT o nombre"
              autocomplete="off"
              spellcheck={false}
            />
            <button class="govuk-button govuk-button--secondary" type="submit">
              Buscar
            </button>
          </form>
        ) : null}
        {teclas ? (
          <a class="barra-de-mesa__teclas" href={teclas}>
            Teclas
          </a>
        ) : null}
      </div>
    </div>
  );
}
