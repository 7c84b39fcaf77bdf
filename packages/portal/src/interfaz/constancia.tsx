import { constanciaEnPem } from '@autogestion/documentos';
import { CONTINGENCIA } from '@autogestion/normas/contingencia';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { POR_QUE_FALLO, QUE_SE_INTENTO, type Intento, type LoQueQueda } from '../plataforma/index.ts';
import { ListaResumen } from './componentes/lista-resumen.tsx';
import { Advertencia, Detalles } from './componentes/textos.tsx';

type Dada = Extract<LoQueQueda, { ok: true }>;
type Negada = Extract<LoQueQueda, { ok: false }>;

/** On the page of a fault: what the person keeps of having tried. It needs nothing that is not already here. */
export function ConstanciaDeIntento({ constancia }: { constancia: LoQueQueda }): VNode {
  if (!constancia.ok) return <SinConstancia {...constancia} />;
  const { intento } = constancia;
  return (
    <section>
      <h2 class="govuk-heading-m">Constancia de su intento</h2>
      <p>
        La falla es de la oficina y no suya. Esta es la constancia, numerada y firmada, de lo que usted
        intentó y de cuándo. Guárdela ahora: descárguela, imprima esta página o anote el número.
      </p>
      <DatosDelIntento intento={intento} />
      <p>
        <DescargarAqui {...constancia} />
      </p>
      <LoQueNoEs intento={intento} />
      <LoQueDiceLaLey intento={intento} />
    </section>
  );
}

export function DatosDelIntento({ intento: i }: { intento: Intento }): VNode {
  return (
    <ListaResumen
      filas={[
        { rotulo: 'Número', valor: <strong>{i.numero}</strong> },
        { rotulo: 'Fecha y hora', valor: `${formatearFechaHora(i.en)}, hora legal de Colombia` },
        { rotulo: 'Lo que se intentó', valor: QUE_SE_INTENTO[i.que] },
        { rotulo: 'Por qué falló', valor: POR_QUE_FALLO[i.causa] },
        { rotulo: 'Referencia', valor: <code class="huella">{i.referencia}</code> },
        ...(i.huella
          ? [{ rotulo: 'Huella de lo enviado', valor: <code class="huella">{i.huella}</code> }]
          : []),
      ]}
    />
  );
}

/** The file inside the link: the office that has just failed is not asked again. */
const DescargarAqui = ({ intento, firmada }: Dada): VNode => (
  <a
    class="govuk-button"
    download={`${intento.numero}.pem`}
    href={`data:application/octet-stream;base64,${Buffer.from(constanciaEnPem(firmada)).toString('base64')}`}
  >
    Descargar la constancia firmada
  </a>
);

const DE_DECLARACIONES: readonly Intento['que'][] = ['guardar-declaracion', 'presentar-declaracion'];

/** A proof of attempt is no receipt; and what failed at its very end may have been done. */
export function LoQueNoEs({ intento: { que } }: { intento: Intento }): VNode {
  return (
    <Advertencia>
      {DE_DECLARACIONES.includes(que)
        ? 'Esta constancia no presenta su declaración. Una declaración sin número de presentación es una declaración no presentada.'
        : que === 'pagar'
          ? 'Esta constancia no es un recibo de pago.'
          : 'Esta constancia no reemplaza su firma: lo que no tiene número de radicado no quedó firmado.'}
    </Advertencia>
  );
}

export function LoQueDiceLaLey({ intento: { que } }: { intento: Intento }): VNode {
  return (
    <>
      {DE_DECLARACIONES.includes(que) ? (
        <>
          <h2 class="govuk-heading-s">Qué dice la ley</h2>
          <p>
            Si el servicio falla el día de su vencimiento, no hay sanción por presentar tarde cuando la
            declaración se presenta a más tardar el día siguiente a aquel en que el servicio se restablece (
            {CONTINGENCIA.articulo}). Quien decide si eso se aplica a su caso es la administración tributaria:
            esta constancia prueba su intento y la hora.
          </p>
        </>
      ) : null}
      <h2 class="govuk-heading-s">Qué puede hacer ahora</h2>
      <ol class="govuk-list govuk-list--number">
        <li>Espere unos minutos y mire si lo que hizo quedó: la falla pudo ocurrir después de recibirlo.</li>
        <li>Si no quedó, inténtelo otra vez. Lo que ya había guardado sigue guardado.</li>
        <li>
          Cuando el servicio vuelva, la constancia aparece en su cuenta, en «Mis intentos».{' '}
          {que === 'presentar-declaracion' ? 'Presente la declaración ese mismo día.' : null}
        </li>
      </ol>
    </>
  );
}

/** How a proof is checked without this office. */
export const ComoSeVerifica = (): VNode => (
  <Detalles resumen="Cómo se verifica sin esta oficina">
    <p>
      Descargue los <a href="/verificar/autoridad.pem">certificados de la oficina</a> y use OpenSSL, que
      muestra lo firmado y dice si nadie lo cambió:
    </p>
    <p>
      <code class="huella">openssl cms -verify -inform PEM -in constancia.pem -CAfile autoridad.pem</code>
    </p>
  </Detalles>
);

function SinConstancia(no: Negada): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">No le pudimos dar una constancia de este intento</h2>
      <p>{PORQUE[no.motivo]}</p>
      {no.motivo === 'muchas-suyas' && no.ultima ? (
        <p>
          La última tiene el número <strong>{no.ultima}</strong>.
        </p>
      ) : null}
      <p>
        Guarde una imagen de esta página: tiene la referencia, con la que se puede buscar lo que pasó. Intente
        otra vez en unos minutos.
      </p>
    </section>
  );
}

const PORQUE: Readonly<Record<Negada['motivo'], string>> = {
  'muchas-suyas': 'En la última hora ya le dimos diez, que bastan para probar que lo intentó.',
  muchas: 'Muchas personas la piden en este instante y la oficina no alcanza a darlas todas.',
  'sin-donde-anotar':
    'La oficina tampoco pudo escribir en su propio disco, y una constancia que no queda escrita no probaría nada.',
};
