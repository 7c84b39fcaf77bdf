import { formatearFecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { Copiable, Etiqueta } from '../../interfaz/index.ts';
import type { EstadoConFecha, VersionRut } from '../consultas.ts';
import { nombreDe } from '../nombre.ts';

/** Colour of each state: it repeats what the word says. */
export const TONOS = { activo: 'bien', suspendido: 'ojo', cancelado: 'mal' } as const;

/** Who, with which NIT, in which state and since when: what one is asked for. */
export function Credencial({
  version: { registro },
  estado,
}: {
  version: VersionRut;
  estado: EstadoConFecha;
}) {
  return (
    <section class="credencial" aria-label="Quién es en el RUT">
      <p class="credencial__rotulo">
        Registro Único Tributario
        <Etiqueta tono={TONOS[estado.estado]}>{estado.estado.toUpperCase()}</Etiqueta>
      </p>
      <p class="credencial__nombre">{nombreDe(registro)}</p>
      <dl class="credencial__datos">
        <div>
          <dt>NIT</dt>
          <dd class="credencial__nit">
            <Copiable>{formatearNit(registro.nit, registro.dv)}</Copiable>
          </dd>
        </div>
        <div>
          <dt>{estado.estado.slice(0, 1).toUpperCase() + estado.estado.slice(1)} desde</dt>
          <dd>{formatearFecha(estado.desde)}</dd>
        </div>
      </dl>
    </section>
  );
}
