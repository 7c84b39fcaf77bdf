import { casillasDe } from '@autogestion/normas/formularios/motor';
import type { VNode } from 'preact';
import { Monto, Tabla } from '../../../interfaz/index.ts';
import type { ClaseDeDeclaracion } from '../../clases/index.ts';

/** A return beside that of the year before, in its main boxes; where there is none here, that there is none. */
export function ContraElAnioPasado({
  clase,
  anio,
  valor,
  pasado,
}: {
  clase: ClaseDeDeclaracion;
  anio: number;
  /** Of a box, by its key. */
  valor: (clave: string) => bigint;
  /** What the return of the year before that stands says; undefined where none was filed here. */
  pasado: ((clave: string) => bigint) | undefined;
}): VNode | null {
  // Periods of a year are not compared: what one earns in two months says little of the same two of another year.
  if (clase.periodos.length > 1) return null;
  const principales = new Set(clase.principales ?? clase.resumen.map((r) => r.casilla));
  const filas = pasado
    ? casillasDe(clase.formulario).flatMap((c) => {
        const [antes, ahora] = [pasado(c.clave), principales.has(c.clave) ? valor(c.clave) : 0n];
        if (!principales.has(c.clave) || (antes === 0n && ahora === 0n)) return [];
        const nombre = /^\d+$/.test(c.clave) ? `${c.clave}. ${c.nombre}` : c.nombre;
        return [[nombre, <Monto pesos={antes} />, <Monto pesos={ahora} />, cambio(ahora - antes)]];
      })
    : [];
  return (
    <section>
      <h2 class="govuk-heading-m">Frente al año pasado</h2>
      {pasado ? (
        <Tabla
          titulo={`Lo principal de ${anio - 1} y de ${anio}`}
          tituloOculto
          conCabezas
          columnas={[
            { titulo: 'Casilla' },
            { titulo: String(anio - 1), numerica: true },
            { titulo: String(anio), numerica: true },
            { titulo: 'Cambia', numerica: true },
          ]}
          filas={filas}
          vacia="En los dos años las casillas principales están en cero."
        />
      ) : (
        <p class="govuk-body">
          En esta oficina no hay una {minuscula(clase.nombre(anio - 1, clase.periodos[0] ?? ''))} con qué
          comparar.
        </p>
      )}
    </section>
  );
}

const cambio = (pesos: bigint): VNode | string => {
  if (pesos === 0n) return 'Igual';
  return (
    <>
      {pesos > 0n ? 'Sube ' : 'Baja '}
      <Monto pesos={pesos > 0n ? pesos : -pesos} />
    </>
  );
};

const minuscula = (texto: string): string => texto.charAt(0).toLowerCase() + texto.slice(1);
