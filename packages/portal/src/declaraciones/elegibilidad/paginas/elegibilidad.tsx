import type { Fecha } from '@autogestion/normas/fechas';
import { ventanaDeIngreso, type TipoDePersona } from '@autogestion/normas/simple';
import {
  Boton,
  EnlaceBoton,
  Formulario,
  Pagina,
  Panel,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { conSuNorma } from '../con-su-norma.ts';
import { COMPARAR, PUEDO_ESTAR } from '../direcciones.ts';
import { preguntasDeElegibilidad } from '../preguntas.ts';
import { TablaDeCondiciones } from './condiciones.tsx';
import { anioDeEntrada, puedeArreglarse, type Respuesta } from '../responder.ts';

const OTRA = {
  natural: { tipo: 'juridica', texto: 'Es para una sociedad' },
  juridica: { tipo: 'natural', texto: 'Es para una persona' },
} as const;
const MIGAS = [{ texto: 'Inicio', href: '/' }];

interface Props {
  tipo: TipoDePersona;
  hoy: Fecha;
  valores: Valores;
  errores?: Errores;
  /** Of what is written in the form. */
  respuesta?: Respuesta;
}

/**
 * A question of each condition; answered, the answer first, and the form under it as it was filled. Nothing of what is
 * written is kept.
 */
export function paginaElegibilidad(o: Props): string {
  const { respuesta, errores = {} } = o;
  const dicha = respuesta && enPalabras(respuesta);
  return renderizarPagina(
    <Pagina
      titulo={dicha?.titulo ?? '¿Puedo estar en el SIMPLE?'}
      {...(respuesta && { encabezado: null, ancho: 'ancha' as const })}
      errores={errores}
      migas={MIGAS}
    >
      {respuesta ? <LoQueResulta respuesta={respuesta} /> : null}
      {dicha ? <h2 class="govuk-heading-m">Cambiar las respuestas</h2> : <Entrada tipo={o.tipo} />}
      <Preguntas {...o} errores={errores} />
    </Pagina>,
  );
}

const Entrada = ({ tipo }: { tipo: TipoDePersona }) => (
  <>
    <p class="govuk-body">
      El SIMPLE es un régimen para negocios pequeños: un solo impuesto en lugar de la renta y del ICA.
      Responda con lo que sepa, aproximado: no se guarda nada.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={PUEDO_ESTAR[OTRA[tipo].tipo]}>
        {OTRA[tipo].texto}
      </a>
    </p>
  </>
);

const Preguntas = ({ tipo, hoy, valores, errores }: Props & { errores: Errores }) => (
  <Formulario accion={PUEDO_ESTAR[tipo]}>
    <Preguntar
      pregunta={preguntasDeElegibilidad({ tipo, anio: anioDeEntrada(hoy, false), abierta: true })}
      valores={valores}
      errores={errores}
    />
    <Boton>Ver si puedo</Boton>
  </Formulario>
);

function LoQueResulta({ respuesta }: { respuesta: Respuesta }) {
  const { titulo, tono, texto } = enPalabras(respuesta);
  const { regla, articulo } = ventanaDeIngreso(respuesta.anio, respuesta.empieza);
  return (
    <>
      <Panel titulo={titulo} tono={tono}>
        {texto}
      </Panel>
      {respuesta.estado === 'cumple' ? <EnlaceBoton href="/entrar">Entrar y acogerse</EnlaceBoton> : null}
      <TablaDeCondiciones condiciones={respuesta.condiciones} />
      <h2 class="govuk-heading-m">Cuándo se entra</h2>
      <p class="govuk-body">{conSuNorma(regla, articulo)}</p>
      <h2 class="govuk-heading-m">Lo que esta página no puede saber</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Si lo que respondió es así: no mira su RUT, ni sus declaraciones, ni lo que otros reportaron.</li>
        <li>
          Si le conviene: eso depende de sus gastos.{' '}
          <a class="govuk-link" href={COMPARAR}>
            Compare los dos regímenes
          </a>
          .
        </li>
        <li>En qué grupo de actividad queda, y por tanto qué tarifa paga.</li>
        <li>
          Si la DIAN verá un empleo en su forma de trabajar: eso se decide con los hechos, no con el contrato.
        </li>
      </ul>
    </>
  );
}

function enPalabras(r: Respuesta): { titulo: string; tono: 'bien' | 'ojo'; texto: string } {
  if (r.estado === 'cumple')
    return {
      titulo: `Puede estar en el SIMPLE en ${r.anio}`,
      tono: 'bien',
      texto: 'Con lo que respondió cumple todas las condiciones de la ley.',
    };
  if (r.estado === 'no-se-sabe')
    return {
      titulo: 'Falta saber algo',
      tono: 'ojo',
      texto: `Nada de lo que respondió se lo impide en ${r.anio}, pero hay condiciones que no se saben.`,
    };
  if (puedeArreglarse(r))
    return {
      titulo: 'Todavía no, pero puede arreglarlo',
      tono: 'ojo',
      texto: 'Le falta algo que usted mismo puede hacer. Abajo se dice qué.',
    };
  return {
    titulo: `No puede estar en el SIMPLE en ${r.anio}`,
    tono: 'ojo',
    texto: 'La ley no lo permite, por lo que se dice abajo.',
  };
}
