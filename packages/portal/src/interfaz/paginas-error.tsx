import type { ComponentChildren, VNode } from 'preact';
import type { LoQueQueda } from '../plataforma/index.ts';
import { ConstanciaDeIntento } from './constancia.tsx';
import { Pagina } from './pagina.tsx';

interface PropsDePaginaError {
  /** HTTP status. One without a page of its own takes the page of its family: 400 or 500. */
  estado: number;
  /** Stable code of the error: «plataforma.sin-permiso». */
  codigo?: string;
  /** Identifies this occurrence in the office's records: what the person reads out to support. */
  referencia?: string;
  /** What happened, when the capability says it better than the general text. */
  mensaje?: ComponentChildren;
  /** Replaces the general text on what was kept, where the capability knows. */
  conservado?: ComponentChildren;
  /** Where to go on from. */
  seguir?: { href: string; texto: string };
  /** Page from which the person came: the way back. */
  desde?: string | undefined;
  /** Of whoever was doing what has a due date. */
  constancia?: LoQueQueda;
}

interface Texto {
  readonly titulo: string;
  readonly paso: string;
  readonly conservado: string;
  readonly hacer: string;
}

const NADA_CAMBIO = 'No se guardó ni se cambió nada.';

const TEXTOS = {
  400: {
    titulo: 'No entendimos la solicitud',
    paso: 'La dirección o los datos llegaron incompletos o con un formato que no esperábamos.',
    conservado: NADA_CAMBIO,
    hacer: 'Vuelva a la página anterior, recárguela e intente otra vez.',
  },
  401: {
    titulo: 'Debe entrar para continuar',
    paso: 'Su sesión no está abierta o venció.',
    conservado: 'Lo que usted ya había guardado sigue guardado.',
    hacer: 'Entre con su cuenta y continúe donde iba.',
  },
  403: {
    titulo: 'No puede ver esta página',
    paso: 'La cuenta con la que entró no tiene permiso para esto.',
    conservado: NADA_CAMBIO,
    hacer: 'Si actúa por otra persona, revise que esté actuando por la correcta.',
  },
  404: {
    titulo: 'No encontramos esta página',
    paso: 'La dirección no existe, cambió o está mal escrita.',
    conservado: NADA_CAMBIO,
    hacer: 'Revise la dirección o empiece desde el inicio.',
  },
  409: {
    titulo: 'Ahora no se puede hacer esto',
    paso: 'Lo que usted pidió no se puede hacer como están las cosas en este momento.',
    conservado: 'Lo que usted acaba de pedir no se hizo. Lo que ya estaba guardado sigue como estaba.',
    hacer: 'Vuelva a abrir la página, mire cómo está ahora e intente otra vez si hace falta.',
  },
  413: {
    titulo: 'El archivo o el texto es demasiado grande',
    paso: 'Lo que envió supera el tamaño que podemos recibir.',
    conservado: 'Lo que había guardado antes sigue guardado. Este envío no se recibió.',
    hacer: 'Reduzca el archivo o divídalo en partes y envíelo otra vez.',
  },
  422: {
    titulo: 'Hay datos por corregir',
    paso: 'Algún dato no cumple lo que la norma o el formulario piden.',
    conservado: 'Este envío no se guardó. Lo que había guardado antes sigue guardado.',
    hacer: 'Vuelva a la página anterior, corrija los datos y envíelos otra vez.',
  },
  429: {
    titulo: 'Espere un momento',
    paso: 'Recibimos demasiadas solicitudes seguidas desde su conexión.',
    conservado: 'Lo que usted ya había guardado sigue guardado. Este último envío no se recibió.',
    hacer: 'Espere un minuto e intente otra vez.',
  },
  500: {
    titulo: 'Hubo una falla de nuestro lado',
    paso: 'No fue por algo que usted hizo. La falla quedó registrada.',
    conservado:
      'Lo que usted ya había guardado sigue guardado. Es posible que este último envío no se haya recibido.',
    hacer:
      'Intente otra vez en unos minutos. Si se repite, comuníquese con nosotros y díganos la referencia.',
  },
  503: {
    titulo: 'El servicio no está disponible en este momento',
    paso: 'Estamos en mantenimiento o recibiendo más solicitudes de las que podemos atender.',
    conservado: 'Lo que usted ya había guardado sigue guardado. Este último envío no se recibió.',
    hacer: 'Intente otra vez en unos minutos. En «Estado del servicio» verá si hay una falla y desde cuándo.',
  },
} as const satisfies Record<number, Texto>;

/** The statuses that have a page of their own. */
export const ESTADOS_CON_PAGINA = Object.keys(TEXTOS).map(Number);

/** A page that says what happened, what was kept and what to do. Nothing internal is ever shown. */
export function PaginaError(props: PropsDePaginaError): VNode {
  const texto = textoDe(props.estado);
  return (
    <Pagina titulo={texto.titulo} error>
      <p>{props.mensaje ?? texto.paso}</p>
      <h2 class="govuk-heading-s">Qué quedó guardado</h2>
      <p>{props.conservado ?? (props.constancia?.ok ? TEXTOS[500].conservado : texto.conservado)}</p>
      {/* A refusal with a reason of its own says in it what to do. */}
      {(props.estado === 409 && props.mensaje) || props.constancia?.ok ? null : (
        <>
          <h2 class="govuk-heading-s">Qué puede hacer</h2>
          <p>{texto.hacer}</p>
        </>
      )}
      {props.constancia ? <ConstanciaDeIntento constancia={props.constancia} /> : null}
      <p>
        {props.seguir ? (
          <a href={props.seguir.href}>{props.seguir.texto}</a>
        ) : props.desde ? (
          <a href={props.desde}>Volver a la página anterior</a>
        ) : props.estado >= 500 ? (
          <a href="/estado">Estado del servicio</a>
        ) : (
          <a href="/">Ir al inicio</a>
        )}
      </p>
      <Referencia {...props} />
    </Pagina>
  );
}

function textoDe(estado: number): Texto {
  const propios: Readonly<Record<number, Texto>> = TEXTOS;
  return propios[estado] ?? (estado >= 500 ? TEXTOS[500] : TEXTOS[400]);
}

function Referencia({ estado, codigo, referencia }: PropsDePaginaError): VNode {
  return (
    <dl class="referencia">
      <div>
        <dt>Código</dt>
        <dd>{codigo ?? `http.${estado}`}</dd>
      </div>
      {referencia ? (
        <div>
          <dt>Referencia</dt>
          <dd>{referencia}</dd>
        </div>
      ) : null}
    </dl>
  );
}
