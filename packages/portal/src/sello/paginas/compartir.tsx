import type { VNode } from 'preact';
import { Copiable } from '../../interfaz/index.ts';
import { contextoDePagina } from '../../plataforma/index.ts';

/**
 * The address where anybody verifies a document, to be sent to whoever gets it: with the device's own way of sharing
 * where there is one, by e-mail or copied where there is none. Whose document it is goes in none of them: it is said to
 * whoever opens the address.
 */
export function Compartir({ documento, que }: { documento: string; que: string }): VNode {
  const direccion = `${contextoDePagina().urlPublica ?? ''}/verificar/${documento}`;
  const asunto = `${que}: dónde se comprueba`;
  const correo = `mailto:?subject=${encodeURIComponent(asunto)}&body=${encodeURIComponent(direccion)}`;
  return (
    <div class="compartir">
      <ag-compartir data-titulo={asunto} data-direccion={direccion} />
      <p class="govuk-body-s">
        Para que otro lo compruebe: <Copiable larga>{direccion}</Copiable>{' '}
        <a class="govuk-link" href={correo}>
          Enviar por correo
        </a>
      </p>
    </div>
  );
}
