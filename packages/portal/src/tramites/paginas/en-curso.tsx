import type { VNode } from 'preact';
import { Aviso } from '../../interfaz/index.ts';

/** One of its kind is being attended: another one cannot be filed, and here is the way to it. */
export const EnCurso = ({
  base,
  nombre,
  radicado,
}: {
  /** `/de/<titular>` */
  base: string;
  nombre: string;
  radicado: string;
}): VNode => (
  <Aviso tipo="importante" titulo="Ya tiene una en curso">
    La oficina atiende «{nombre}»:{' '}
    <a class="govuk-link" href={`${base}/tramites/${radicado}`}>
      solicitud {radicado}
    </a>
    . Cuando la decida, o si usted la retira, puede presentar otra.
  </Aviso>
);
