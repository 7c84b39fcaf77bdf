import { formatearFecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { Aviso } from '../../interfaz/index.ts';
import type { AptitudParaUnDia } from '../aptitud.ts';

/** On the home: what falls due soon and whether the person could sign it today. Only the nearest day. */
export function PanelDeAptitud({ dias }: { dias: readonly AptitudParaUnDia[] }): VNode | null {
  const [cercano] = dias;
  if (!cercano) return null;
  const { vence, vencimientos, aptitud } = cercano;
  const porConfirmar = vencimientos.every((v) => v.porConfirmar);
  return (
    <Aviso
      tipo={aptitud.lista ? 'informacion' : 'importante'}
      titulo={`${porConfirmar ? 'Puede que algo le venza' : 'Algo le vence'} el ${formatearFecha(vence)}`}
      id="aptitud"
    >
      <ul class="govuk-list govuk-list--bullet">
        {vencimientos.map((v) => (
          <li>
            {v.nombre}, {v.periodo}
            {v.porConfirmar ? ' (por confirmar)' : ''}
          </li>
        ))}
      </ul>
      {aptitud.lista ? (
        <p>Hoy podría firmarlo.</p>
      ) : (
        <>
          <p>Hoy no podría firmarlo sin arreglar esto antes:</p>
          <ul class="govuk-list govuk-list--bullet">
            {aptitud.faltas.map((f) => (
              <li>{f.mensaje}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a
          class="govuk-notification-banner__link"
          href={aptitud.faltas.some((f) => f.codigo === 'sin-firma') ? '/mi-firma' : '/mi-firma/prueba'}
        >
          {aptitud.faltas.some((f) => f.codigo === 'sin-firma')
            ? 'Obtener mi firma'
            : 'Probar mi firma ahora'}
        </a>
      </p>
    </Aviso>
  );
}
