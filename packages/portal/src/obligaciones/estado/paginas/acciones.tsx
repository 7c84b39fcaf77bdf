import type { VNode } from 'preact';
import { enlace } from '../../enlaces.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';

/** What may be done with an obligation, of what this office has: one owes, or one paid. */
export function AccionesDeObligacion({
  obligacion: o,
  titular,
  cual,
}: {
  obligacion: ObligacionConEstado;
  titular: string;
  /** For who hears one link after another: «renta de 2025». */
  cual: string;
}): VNode | null {
  const parametros = { titular, obligacion: o.idPublico };
  const debe = o.estado.debe > 0n;
  const vencida = o.estado.diasDeMora > 0;
  const acciones = [
    { href: debe ? enlace('obligaciones.pagar', parametros) : undefined, texto: 'Pagar' },
    {
      href: debe || o.estado.exceso > 0n ? enlace('obligaciones.ya-pague', parametros) : undefined,
      texto: debe ? 'Esto ya lo pagué' : 'Ese pago era de otra deuda',
    },
    {
      href: debe && vencida ? enlace('obligaciones.facilidad', parametros) : undefined,
      texto: 'Pagar por cuotas',
    },
  ].filter((a) => a.href !== undefined);
  if (acciones.length === 0) return null;
  return (
    <ul class="obligacion__acciones">
      {acciones.map(({ href, texto }) => (
        <li>
          <a class="govuk-link" href={href}>
            {texto}
            <span class="govuk-visually-hidden">: {cual}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
