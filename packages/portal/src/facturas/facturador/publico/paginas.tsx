import type { ObligacionDeFacturar } from '@autogestion/normas/factura';
import { formatearFecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { VNode } from 'preact';
import {
  Boton,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  ListaResumen,
  Pagina,
  Panel,
  renderizarPagina,
  Tabla,
  TextoInset,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { ES_FACTURADOR, ESTOY_OBLIGADO } from '../direcciones.ts';
import type { FacturadorPublico } from './consultar-facturador.ts';
import { enDocumentos } from './palabras.ts';
import { loQueObliga, NIT } from './preguntas.ts';

const MIGAS = [{ texto: 'Inicio', href: '/' }];

/** "¿Es facturador electrónico?": yes or no first, by NIT. */
export function paginaFacturador(o: {
  valores?: Valores;
  errores?: Errores;
  /** `undefined` before asking; `null` when the NIT is not in the RUT. */
  hallado?: FacturadorPublico | null;
}): string {
  const { valores = {}, errores = {}, hallado } = o;
  return renderizarPagina(
    <Pagina
      titulo="¿Es facturador electrónico?"
      migas={MIGAS}
      descripcion="Consulte con el NIT si alguien debe entregar factura electrónica"
      errores={errores}
    >
      {hallado === undefined ? (
        <p class="govuk-body">
          Con el NIT de quien le vende sabe si está habilitado para facturar electrónicamente.
        </p>
      ) : (
        <Hallado hallado={hallado} />
      )}
      <Formulario accion={ES_FACTURADOR}>
        <Preguntar pregunta={NIT} nombre="NIT o número de cédula" valores={valores} errores={errores} />
        <Boton>Consultar</Boton>
      </Formulario>
      <p class="govuk-body">
        <a class="govuk-link" href={ESTOY_OBLIGADO}>
          ¿Estoy obligado a facturar electrónicamente?
        </a>
      </p>
    </Pagina>,
  );
}

function Hallado({ hallado: h }: { hallado: FacturadorPublico | null }): VNode {
  if (!h) return <TextoInset>Ese NIT no está en el RUT de esta oficina. Revise el número.</TextoInset>;
  const { es, estado, desde, habilitadoEl, documentos } = h;
  return (
    <>
      <Panel
        titulo={es ? 'Sí es facturador electrónico' : 'No es facturador electrónico'}
        tono={es ? 'bien' : 'ojo'}
      >
        {es && desde ? `Su RUT lo dice desde el ${formatearFecha(desde)}.` : porQueNo(h)}
      </Panel>
      <ListaResumen
        titulo={`NIT ${formatearNit(h.nit, h.dv)}`}
        filas={[
          { rotulo: 'Nombre o razón social', valor: h.nombre },
          ...(estado === 'activo'
            ? []
            : [{ rotulo: 'Su RUT', valor: <Etiqueta tono="ojo">{estado}</Etiqueta> }]),
          ...(es
            ? [
                {
                  rotulo: 'Set de pruebas',
                  valor: habilitadoEl
                    ? `Aceptado en esta oficina el ${formatearFecha(habilitadoEl)}`
                    : 'No consta en esta oficina: su RUT lo decía antes',
                },
                {
                  rotulo: 'Con numeración vigente para',
                  valor: enDocumentos(documentos) || 'Ningún documento, en esta oficina',
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

const porQueNo = ({ estado, desde }: FacturadorPublico): string =>
  desde
    ? `Su RUT lo decía, pero está ${estado}.`
    : 'Su RUT no dice que lo sea. Puede no estar obligado, o no haberse habilitado todavía.';

interface PropsObligado {
  anio: number;
  valores: Valores;
  errores?: Errores;
  respuesta?: ObligacionDeFacturar;
}

/** "¿Estoy obligado?": answered, the answer first, and the form under it as it was filled. Nothing is kept. */
export function paginaObligado({ anio, valores, errores = {}, respuesta }: PropsObligado): string {
  const dicho = respuesta && ENTRADAS[respuesta.estado];
  return renderizarPagina(
    <Pagina
      titulo={dicho?.titulo ?? '¿Estoy obligado a facturar electrónicamente?'}
      {...(dicho && { encabezado: null, ancho: 'ancha' as const })}
      migas={MIGAS}
      errores={errores}
      descripcion="Responda unas preguntas y sepa si debe facturar electrónicamente, con la norma"
    >
      {respuesta && dicho ? (
        <>
          <Panel titulo={dicho.titulo} tono={dicho.tono}>
            {dicho.texto}
          </Panel>
          <Tabla
            titulo="Por qué"
            columnas={[{ titulo: 'Razón' }, { titulo: 'Norma' }]}
            filas={respuesta.razones.map((r) => [r.frase, r.articulo])}
          />
          <QueSigue estado={respuesta.estado} />
          <h2 class="govuk-heading-m">Cambiar las respuestas</h2>
        </>
      ) : (
        <p class="govuk-body">Responda con lo que sepa, aproximado: no se guarda nada.</p>
      )}
      <Formulario accion={ESTOY_OBLIGADO}>
        <Preguntar pregunta={loQueObliga(anio)} valores={valores} errores={errores} />
        <Boton>Ver si estoy obligado</Boton>
      </Formulario>
    </Pagina>,
  );
}

const ENTRADAS = {
  obligado: {
    titulo: 'Sí debe facturar electrónicamente',
    tono: 'ojo',
    texto: 'Con lo que respondió, la ley lo obliga. Basta una de estas razones.',
  },
  'no-obligado': {
    titulo: 'No está obligado a facturar electrónicamente',
    tono: 'bien',
    texto: 'Con lo que respondió, la ley no lo obliga. Puede hacerlo si quiere.',
  },
  'no-se-sabe': {
    titulo: 'Falta saber algo',
    tono: 'ojo',
    texto: 'Nada de lo que respondió lo obliga por sí solo, pero falta saber lo que sigue.',
  },
} as const;

const QueSigue = ({ estado }: { estado: ObligacionDeFacturar['estado'] }): VNode => (
  <>
    <h2 class="govuk-heading-m">Lo que esta página no puede saber</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Si lo que respondió es así: no mira su RUT ni sus declaraciones.</li>
      <li>
        Si todos sus ingresos son contratos con el Estado: entonces el tope para no ser responsable puede ser
        de 4.000 UVT (ET 437 par. 5).
      </li>
      <li>
        Si vende con tiquete POS: el que no pasa de 5 UVT sin impuestos tiene reglas propias (Resolución DIAN
        001092 de 2022).
      </li>
    </ul>
    {estado === 'no-obligado' ? null : <EnlaceBoton href="/entrar">Entrar y habilitarse</EnlaceBoton>}
  </>
);
