import { preguntaDe, type Renglon, type Tema } from '@autogestion/normas/formularios/210';
import { definidos } from '@autogestion/normas/definidos';
import { escribirNorma } from '@autogestion/normas/formularios/motor';
import {
  AreaTexto,
  Boton,
  camposDe,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  ListaResumen,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador, EnVivo, ISLA_DE_LLENAR, revisionEscrita } from '../../llenar/index.ts';
import { celdaEnPalabras, decisionesDe, respuestaPropia } from '../../prellenado/index.ts';
import { claveCorta } from '../claves.ts';
import { CamposDelRenglon } from '../preguntas.tsx';
import { MarcoDeEntrevista } from './marco.tsx';

interface DeTema {
  b: BorradorCalculado;
  titular: string;
  tema: Tema;
}

/** What was said of a topic: each row with where it came from, and the way to change it, to take it out or to add another. */
export function paginaTema({ b, titular, tema }: DeTema): string {
  const base = deBorrador(titular, b.borrador.idPublico);
  const aqui = `${base}/tema/${tema.clave}`;
  const { contenido } = b.borrador;
  const propia = respuestaPropia(contenido, tema.clave);
  const propios = propia?.aplica ? propia.renglones : [];
  const sugeridos = [...decisionesDe(contenido)].filter(([, d]) => d.tema === tema.clave && d.como !== 'no');
  const faltas = b.cuenta.faltas.filter((f) => f.casilla === `tema.${tema.clave}`);
  return renderizarPagina(
    <MarcoDeEntrevista
      b={b}
      titular={titular}
      titulo={preguntaDe(tema, b.borrador.anio)}
      volver={{ href: `${base}/lo-que-paso`, texto: 'Lo que pasó en el año' }}
    >
      <p class="govuk-body">
        {tema.ayuda} {escribirNorma(tema.norma)}
      </p>
      {faltas.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {faltas.map((f) => (
            <li>{f.mensaje}</li>
          ))}
        </ul>
      ) : null}
      {sugeridos.map(([id, d]) => (
        <UnRenglon
          tema={tema}
          renglon={d.renglon}
          titulo={d.como === 'si' ? d.frase : `${d.frase} Usted declara otro valor.`}
          editar={`${aqui}/${claveCorta(id)}`}
        />
      ))}
      {propios.map((r, i) => (
        <UnRenglon
          tema={tema}
          renglon={r}
          titulo={`Lo que usted escribió${propios.length > 1 ? `, ${i + 1}` : ''}`}
          editar={`${aqui}/${i}`}
        />
      ))}
      <GrupoDeBotones>
        {tema.varios || sugeridos.length + propios.length === 0 ? (
          <EnlaceBoton href={`${aqui}/nuevo`}>
            {sugeridos.length + propios.length === 0 ? 'Sí: escribir los datos' : 'Agregar otro'}
          </EnlaceBoton>
        ) : null}
        {sugeridos.length + propios.length === 0 ? null : (
          <EnlaceBoton href={`${base}/lo-que-paso`} variante="secundario">
            Seguir
          </EnlaceBoton>
        )}
      </GrupoDeBotones>
      {sugeridos.length + propios.length === 0 ? (
        <Formulario accion={`${aqui}/no`} ocultos={{ _revision: b.borrador.revision }}>
          <Boton variante="secundario">No me pasó</Boton>
        </Formulario>
      ) : null}
    </MarcoDeEntrevista>,
  );
}

function UnRenglon({
  tema,
  renglon,
  titulo,
  editar,
}: {
  tema: Tema;
  renglon: Renglon;
  titulo: string;
  editar: string;
}) {
  return (
    <>
      <ListaResumen
        titulo={titulo}
        filas={tema.columnas.flatMap((c) =>
          renglon[c.clave] === undefined ? [] : [{ rotulo: c.nombre, valor: celdaEnPalabras(c, renglon) }],
        )}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={editar}>
          Cambiar o quitar<span class="govuk-visually-hidden">: {titulo}</span>
        </a>
      </p>
    </>
  );
}

/** A row to write: a new one, one of the person's, or one that was suggested, which asks why it is declared otherwise. */
export function paginaRenglon(
  o: DeTema & {
    renglon: string;
    /** Which one a new row is, from zero. */
    fila?: number;
    /** What its fields say in the draft. */
    guardados: Valores;
    /** As it was typed, where it was not kept. */
    escrito?: Valores;
    errores?: Errores;
    sugerida?: string | undefined;
  },
): string {
  const { b, titular, tema, renglon, fila, guardados, escrito, errores = {} } = o;
  const valores = { ...guardados, ...escrito };
  const base = deBorrador(titular, b.borrador.idPublico);
  const aqui = `${base}/tema/${tema.clave}`;
  const campos = camposDe({ valores, errores });
  return renderizarPagina(
    <MarcoDeEntrevista
      b={b}
      titular={titular}
      titulo={tema.nombre}
      errores={errores}
      volver={{ href: aqui, texto: tema.nombre }}
      islas={[ISLA_DE_LLENAR]}
    >
      {o.sugerida ? <p class="govuk-body">{o.sugerida}</p> : null}
      <Formulario
        accion={`${aqui}/${renglon}`}
        ocultos={{
          _revision: revisionEscrita(escrito) ?? b.borrador.revision,
          ...definidos({ _fila: fila }),
        }}
      >
        <CamposDelRenglon tema={tema} valores={valores} errores={errores} />
        {o.sugerida ? (
          <AreaTexto
            {...campos.texto('razon')}
            etiqueta="Si declara otro valor, por qué"
            ayuda="Va en el anexo «diferencias con lo que otros reportaron»."
            filas={2}
            opcional
          />
        ) : null}
        <EnVivo b={b} cada="formulario" {...(escrito && { valores: guardados })} />
        <GrupoDeBotones>
          <Boton>Guardar</Boton>
          {renglon === 'nuevo' || o.sugerida ? null : (
            <Boton variante="secundario" nombre="_accion" valor="quitar">
              Quitar
            </Boton>
          )}
        </GrupoDeBotones>
      </Formulario>
    </MarcoDeEntrevista>,
  );
}
