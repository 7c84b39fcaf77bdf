import type { ClasificacionDelError } from '@autogestion/normas/correcciones';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { ComponentChildren } from 'preact';
import {
  Aviso,
  Boton,
  camposDe,
  EnlaceBoton,
  Etiqueta,
  ListaResumen,
  Pagina,
  Radios,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import { enlace } from '../../enlaces.ts';
import { ERRADOS, type Clasificado, type Contado, type Pregunta } from '../que-salio-mal.ts';
import { migasDeObligaciones } from './entrada.tsx';

interface Props {
  base: string;
  titular: string;
  contado: Contado;
  clasificado: Clasificado;
}

const FALTA: Readonly<Record<Pregunta, string>> = {
  que: 'Elija el dato que está mal.',
  impuesto: 'Diga si cambia el impuesto, o «No sé».',
  saldo: 'Diga si ya pidió ese saldo, o «No sé».',
  cambio: 'Diga si paga más o paga menos, o «No sé».',
};

/** Whether the button was pressed without an answer to what the page asked. */
export const sinContestar = ({ contado, clasificado: { falta } }: Pick<Props, 'contado' | 'clasificado'>) =>
  falta !== undefined && contado.pregunta === falta;

/**
 * «¿Qué salió mal?»: an error of form or of substance, with its reason and what to do. A GET: nothing is kept, and each
 * answer asks only for what is missing to give it.
 */
export function paginaQueSalioMal(o: Props): string {
  const { contado, clasificado } = o;
  const { clasificacion, falta } = clasificado;
  const errores = sinContestar(o) && falta !== undefined ? { [falta]: FALTA[falta] } : undefined;
  return renderizarPagina(
    <Pagina titulo="¿Qué salió mal?" migas={migasDeObligaciones(o.base, o.titular)} errores={errores}>
      {falta === 'que' ? (
        <p class="govuk-body-l">
          Algunos errores los corrige la oficina de una vez y sin sanción. Otros piden una declaración nueva.
          Díganos qué dato está mal y le decimos cuál es el suyo.
        </p>
      ) : null}
      {falta === undefined && clasificacion ? (
        <Respuesta {...o} c={clasificacion} />
      ) : (
        <UnaPregunta contado={contado} falta={falta ?? 'que'} errores={errores ?? {}} />
      )}
    </Pagina>,
  );
}

const SI_NO = [
  { valor: 'si', texto: 'Sí' },
  { valor: 'no', texto: 'No' },
  { valor: 'no-se', texto: 'No sé' },
];

const PREGUNTAS = {
  que: {
    etiqueta: 'El dato que está mal',
    opciones: ERRADOS.flatMap((e) => [{ divisor: e.nombre }, ...e.campos]),
  },
  impuesto: {
    etiqueta: 'Al corregirlo, ¿cambia el impuesto a cargo?',
    ayuda: 'Es lo que la declaración dice que le toca, antes de restar lo que ya pagó.',
    opciones: SI_NO,
  },
  saldo: {
    etiqueta: '¿Ya pidió que le devolvieran ese saldo, o que se lo abonaran a otra deuda?',
    opciones: SI_NO,
  },
  cambio: {
    etiqueta: 'Al corregirlo, ¿paga más o paga menos?',
    opciones: [
      { valor: 'mas', texto: 'Paga más, o baja su saldo a favor' },
      { valor: 'menos', texto: 'Paga menos, o sube su saldo a favor' },
      { valor: 'igual', texto: 'Queda igual' },
      { valor: 'no-se', texto: 'No sé' },
    ],
  },
} as const;

function UnaPregunta({
  contado,
  falta,
  errores,
}: {
  contado: Contado;
  falta: Pregunta;
  errores: Record<string, string>;
}) {
  const campo = camposDe({ valores: {}, errores });
  return (
    <form method="get">
      {Object.entries({ ...contado, pregunta: falta })
        .filter(([k, v]) => v !== undefined && k !== falta)
        .map(([k, v]) => (
          <input type="hidden" name={k} value={v} />
        ))}
      <Radios {...campo.texto(falta)} {...PREGUNTAS[falta]} />
      {falta === 'cambio' ? (
        <Radios
          {...campo.texto('criterio')}
          etiqueta="¿El cambio es por leer la ley de otra manera, con los mismos hechos?"
          opciones={SI_NO}
        />
      ) : null}
      <Boton>Ver qué hacer</Boton>
    </form>
  );
}

const CLASES = {
  formal: { tono: 'bien', texto: 'Error de forma' },
  sustancial: { tono: 'ojo', texto: 'Cambia lo que debe' },
  'no-se-sabe': { tono: 'neutra', texto: 'Hay que mirarlo' },
} as const;

function Respuesta({ c, base, titular, contado }: Props & { c: ClasificacionDelError }) {
  const { tono, texto } = CLASES[c.clase];
  const yaPague = enlace('obligaciones.ya-pague', { titular });
  return (
    <>
      <p>
        <Etiqueta tono={tono}>{texto}</Etiqueta>
      </p>
      <p class="govuk-body-l">{c.razon}</p>
      {c.certeza === 'parametro' ? (
        <Aviso tipo="importante">
          La ley no es clara en esto y las autoridades no siempre han dicho lo mismo. No lo tome como seguro.
        </Aviso>
      ) : null}
      <ListaResumen
        filas={[
          { rotulo: 'Qué hacer', valor: c.queHacer },
          { rotulo: 'Sanción', valor: sancionDe(c) },
          { rotulo: 'Hasta cuándo', valor: plazoDe(c) },
          { rotulo: 'Norma', valor: c.norma },
        ]}
      />
      {contado.que?.startsWith('recibo.') ? (
        yaPague ? (
          <EnlaceBoton href={yaPague}>Buscar mi pago</EnlaceBoton>
        ) : null
      ) : (
        <p class="govuk-body">Las declaraciones todavía no se corrigen en esta oficina.</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/obligaciones/que-salio-mal`}>
          Mirar otro error
        </a>
      </p>
    </>
  );
}

function sancionDe({ sancion }: ClasificacionDelError): ComponentChildren {
  if (sancion === null) return 'No hay';
  return sancion === undefined ? 'Depende de lo que se halle' : `La de ${sancion}`;
}

function plazoDe({ plazo, clase }: ClasificacionDelError): ComponentChildren {
  if (plazo === null) return 'En cualquier momento';
  if (plazo === undefined)
    return clase === 'sustancial' ? 'Depende del día en que vencía la declaración' : 'No se sabe todavía';
  return `Hasta el ${formatearFecha(plazo.hasta)}`;
}
