import type { Evaluacion, OpcionSimple } from '@autogestion/normas/rut';
import type { Elegibilidad } from '@autogestion/normas/simple';
import type { VNode } from 'preact';
import {
  Advertencia,
  Boton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { COMPARAR, conSuNorma, PUEDO_ESTAR, TablaDeCondiciones } from '../../elegibilidad/index.ts';
import { enLlano } from '../acto.ts';
import { deOpcion, deRegimen } from '../direcciones.ts';
import { loQueImpide, preguntasPara, type Regimen } from '../evaluar.ts';
import type { Opcion } from '../opciones.ts';

interface Props {
  titular: string;
  regimen: Regimen;
  /** The one that was carried out last. */
  hecha: Opcion | undefined;
  /** How far whoever looks may go. */
  alcance: 'firma' | 'prepara' | 'consulta';
  valores: Valores;
  errores?: Errores;
  /** What was answered does not let them in. */
  no?: Elegibilidad;
}

const TITULO: Readonly<Record<OpcionSimple, string>> = {
  entrar: 'Acogerse al SIMPLE',
  salir: 'Salir del SIMPLE',
};

/** Which regime the RUT says, what the other one would change, and the questions of whoever would enter. */
export function paginaRegimen(o: Props): string {
  const { regimen: r, titular, errores = {} } = o;
  const impiden = r.evaluacion.condiciones.filter((c) => c.estado !== 'cumple');
  return renderizarPagina(
    <Pagina
      titulo={TITULO[r.que]}
      errores={errores}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'RUT', href: `/de/${titular}/rut` },
      ]}
    >
      {o.no ? <NoCabe no={o.no} /> : null}
      <p class="govuk-body">
        {r.que === 'entrar'
          ? 'Su RUT no dice que esté en el SIMPLE. Aquí puede pasarse al SIMPLE: un solo impuesto, sobre lo que recibe, en lugar de la renta y del ICA.'
          : 'Su RUT dice que está en el SIMPLE. Aquí puede volver al régimen ordinario de renta.'}
      </p>
      {r.tipo === 'natural' ? (
        <p class="govuk-body">
          Antes de decidir,{' '}
          <a class="govuk-link" href={COMPARAR}>
            compare lo que paga en cada régimen
          </a>
          .
        </p>
      ) : null}
      {o.hecha ? (
        <p class="govuk-body">
          <a class="govuk-link" href={deOpcion(titular, o.hecha.idPublico)}>
            Ver el último cambio de régimen
          </a>
        </p>
      ) : null}
      {impiden.length > 0 ? (
        <Impedida impiden={impiden} que={r.que} tipo={r.tipo} />
      ) : (
        <>
          <LoQueCambia regimen={r} />
          <Pedir {...o} errores={errores} />
        </>
      )}
    </Pagina>,
  );
}

function NoCabe({ no }: { no: Elegibilidad }): VNode {
  const cuantas = loQueImpide(no).length;
  return (
    <>
      <Panel titulo="No puede acogerse al SIMPLE" tono="ojo">
        Con lo que respondió,{' '}
        {cuantas === 1
          ? 'una condición no se cumple o no se sabe'
          : `${cuantas} condiciones no se cumplen o no se saben`}
        . Su RUT no cambió.
      </Panel>
      <TablaDeCondiciones condiciones={no.condiciones} />
    </>
  );
}

const Impedida = ({
  impiden,
  que,
  tipo,
}: {
  impiden: Evaluacion['condiciones'];
  que: OpcionSimple;
  tipo: Regimen['tipo'];
}): VNode => (
  <>
    <Advertencia>
      {que === 'entrar' ? 'Hoy no puede acogerse al SIMPLE.' : 'Hoy no puede salir del SIMPLE.'} Su RUT no
      cambia.
    </Advertencia>
    <ul class="govuk-list govuk-list--bullet">
      {impiden.map((c) => (
        <li>{conSuNorma(c.razon, c.articulo)}</li>
      ))}
    </ul>
    {que === 'entrar' ? (
      <p class="govuk-body">
        Mientras tanto,{' '}
        <a class="govuk-link" href={PUEDO_ESTAR[tipo]}>
          mire si cumple las condiciones
        </a>
        .
      </p>
    ) : null}
  </>
);

/** Box 53 before and after, and what is filed from then on. */
export const LoQueCambia = ({
  regimen: { casilla53, efectos },
  despues = 'Al firmar dirá',
  antes = 'Hoy dice',
}: {
  regimen: Pick<Regimen, 'casilla53' | 'efectos'>;
  antes?: string;
  despues?: string;
}): VNode => (
  <>
    <h2 class="govuk-heading-m">Lo que cambia en su RUT</h2>
    <ListaResumen
      filas={[
        { rotulo: `Casilla 53: ${antes.toLowerCase()}`, valor: enLlano(casilla53.antes) },
        { rotulo: `Casilla 53: ${despues.toLowerCase()}`, valor: enLlano(casilla53.despues) },
      ]}
    />
    <h2 class="govuk-heading-m">Lo que presenta desde entonces</h2>
    <ul class="govuk-list govuk-list--bullet">
      {efectos.map((e) => (
        <li>{conSuNorma(e.texto, e.articulo)}</li>
      ))}
    </ul>
  </>
);

function Pedir({ regimen, titular, alcance, valores, errores }: Props & { errores: Errores }): VNode {
  const { que } = regimen;
  if (alcance === 'consulta')
    return (
      <p class="govuk-body">
        <Etiqueta>Solo consulta</Etiqueta> El permiso que le dieron no alcanza para pedirlo.
      </p>
    );
  return (
    <>
      {que === 'entrar' ? <h2 class="govuk-heading-m">Lo que hace falta saber de usted</h2> : null}
      <Formulario accion={`${deRegimen(titular)}/${que}`}>
        {que === 'entrar' ? (
          <Preguntar pregunta={preguntasPara(regimen)} valores={valores} errores={errores} />
        ) : null}
        <p class="govuk-body">
          {alcance === 'firma'
            ? 'En la página siguiente lee todo junto y lo firma. Hasta que firme no cambia nada.'
            : 'Usted lo deja listo. Lo firma la persona con su propia firma.'}
        </p>
        <Boton>{alcance === 'firma' ? 'Seguir a firmar' : 'Dejarlo listo'}</Boton>
      </Formulario>
    </>
  );
}
