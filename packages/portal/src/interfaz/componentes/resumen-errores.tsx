import type { ComponentChildren, VNode } from 'preact';
import { type Errores, idDeCampo } from '../campos.ts';

interface PropsDeResumenErrores {
  /** In the order of the page; each message leads to its field. */
  errores: Errores;
  /** What is wrong with no field in particular: two tabs, a code that expired. */
  generales?: readonly ComponentChildren[];
}

/** The first thing on a page with errors; it takes the focus when there is script. Nothing without errors. */
export function ResumenErrores({ errores, generales = [] }: PropsDeResumenErrores): VNode | null {
  const deCampo = Object.entries(errores).flatMap(([nombre, mensaje]) =>
    mensaje ? [{ nombre, mensaje }] : [],
  );
  if (deCampo.length + generales.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{titulo(deCampo.length, generales.length)}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {generales.map((mensaje) => (
              <li>{mensaje}</li>
            ))}
            {deCampo.map(({ nombre, mensaje }) => (
              <li>
                <a href={`#${idDeCampo(nombre)}`}>{mensaje}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function titulo(deCampo: number, generales: number): string {
  if (generales > 0) return 'Hay un problema';
  return deCampo === 1 ? 'Hay un dato por corregir' : `Hay ${deCampo} datos por corregir`;
}
