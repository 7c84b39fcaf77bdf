import { fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { Boton, Formulario, Tabla } from '../../../interfaz/index.ts';
import type { ActoEnEspera } from '../consultas.ts';
import { caminoDeActo, caminoDeRevisar } from '../direcciones.ts';
import { nombreDeActo } from '../palabras.ts';

/**
 * Acts that wait for another official, the oldest first. Of all, it does not say whose each is: opening one leaves its
 * trace. Within a reason they are of whom one attends.
 */
export function ActosEnEspera({
  actos,
  atencion,
}: {
  actos: readonly ActoEnEspera[];
  atencion?: string;
}): VNode {
  return (
    <Tabla
      titulo="Esperan a que otra persona los confirme"
      conCabezas
      vacia="Ningún acto espera a que otra persona lo confirme."
      columnas={[
        { titulo: 'Acto' },
        { titulo: 'Qué es' },
        { titulo: 'Desde' },
        { titulo: 'Quién lo propuso' },
      ]}
      filas={actos.map((a) => [
        atencion === undefined ? (
          <Formulario accion={caminoDeRevisar(a.id)}>
            <Boton variante="enlace">
              <span class="govuk-visually-hidden">Revisar el acto </span>
              {a.numero}
            </Boton>
          </Formulario>
        ) : (
          <a class="govuk-link" href={caminoDeActo(atencion, a.id)}>
            {a.numero}
          </a>
        ),
        nombreDeActo(a),
        formatearFecha(fechaEnBogota(a.propuestoEn)),
        a.propio ? 'Usted' : 'Otra persona',
      ])}
    />
  );
}
