import type { Hallazgo } from '@autogestion/normas/factura';
import type { VNode } from 'preact';
import { Etiqueta } from '../../../interfaz/index.ts';

export const EstadoDelDocumento = ({ aceptado }: { aceptado: boolean }): VNode =>
  aceptado ? <Etiqueta tono="bien">Aceptado</Etiqueta> : <Etiqueta tono="mal">Rechazado</Etiqueta>;

/** What was found in a document, each with the code of its rule. */
export const Hallazgos = ({ hallazgos }: { hallazgos: readonly Hallazgo[] }): VNode =>
  hallazgos.length === 0 ? (
    <>Todo en orden</>
  ) : (
    <ul class="govuk-list govuk-list--bullet hallazgos">
      {hallazgos.map((h) => (
        <li>
          <strong>{h.tipo === 'notificacion' ? `${h.regla} (aviso):` : `${h.regla}:`}</strong> {h.mensaje}
        </li>
      ))}
    </ul>
  );
