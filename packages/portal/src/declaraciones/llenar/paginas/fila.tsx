import type { Fecha } from '@autogestion/normas/fechas';
import { escribirNorma, type Anexo, type Columna } from '@autogestion/normas/formularios/motor';
import { conMayuscula } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import { municipio, Preguntar } from '../../../interfaz/preguntas/index.ts';
import {
  Boton,
  CampoPesos,
  CampoTexto,
  camposDe,
  ConLado,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  Selector,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { campoDeCelda, escritasDe, filasDe, valoresDeFila } from '../anexos.ts';
import { deAnexo, deBorrador, deFila } from '../direcciones.ts';
import { ComoVa } from './al-lado.tsx';

/** One row of an annex, cell by cell. */
export function paginaFila(o: {
  b: BorradorCalculado;
  titular: string;
  hoy: Fecha;
  anexo: Anexo;
  /** From 1; `nueva` for one more. */
  fila: number | 'nueva';
  escrito?: Valores;
  errores?: Errores;
}): string {
  const { b, titular, anexo, fila, errores = {} } = o;
  const base = deBorrador(titular, b.borrador.idPublico);
  const actual = fila === 'nueva' ? {} : (filasDe(b, anexo)[fila - 1] ?? {});
  const valores = { ...valoresDeFila(anexo, actual), ...o.escrito };
  return renderizarPagina(
    <Pagina
      titulo={fila === 'nueva' ? 'Agregar una fila' : `Fila ${fila}`}
      parteDe={anexo.nombre}
      ancho="ancha"
      errores={errores}
      volver={{ href: deAnexo(base, anexo.clave), texto: anexo.nombre }}
    >
      <ConLado lado={<ComoVa b={b} hoy={o.hoy} />} actua="corto">
        <Formulario
          accion={deFila(base, anexo.clave, fila)}
          ocultos={{ _revision: b.borrador.revision }}
          unaVez={fila === 'nueva'}
        >
          {escritasDe(anexo).map((c) => (
            <Celda columna={c} valores={valores} errores={errores} />
          ))}
          <GrupoDeBotones>
            <Boton>Guardar la fila</Boton>
            {fila === 'nueva' ? (
              <Boton variante="secundario" nombre="_accion" valor="otra">
                Guardar y agregar otra
              </Boton>
            ) : null}
          </GrupoDeBotones>
        </Formulario>
      </ConLado>
    </Pagina>,
  );
}

function Celda({
  columna: c,
  valores,
  errores,
}: {
  columna: Columna;
  valores: Valores;
  errores: Errores;
}): VNode {
  const campo = campoDeCelda(c.clave);
  if (c.lectura === 'municipio')
    return (
      <Preguntar
        pregunta={municipio({ campo, ayuda: escribirNorma(c.norma ?? '') })}
        nombre={c.nombre}
        valores={valores}
        errores={errores}
      />
    );
  const props = {
    ...camposDe({ valores, errores }).texto(campo),
    etiqueta: c.nombre,
    ayuda: [c.ayuda, c.norma && escribirNorma(c.norma)].filter(Boolean).join(' '),
    ...(c.opcional && { opcional: true }),
  };
  switch (c.clase) {
    case 'pesos':
      return <CampoPesos {...props} ancho={20} />;
    case 'codigo':
      return (
        <Selector
          {...props}
          opciones={(c.codigos ?? []).map((codigo, i) => ({
            valor: codigo,
            texto: c.nombres?.[i] === undefined ? codigo : `${codigo}. ${conMayuscula(c.nombres[i])}`,
          }))}
        />
      );
    case 'tarifa':
      return <CampoTexto {...props} teclado="decimal" autocompletar="off" ancho={10} />;
    case 'texto':
      return (
        <CampoTexto
          {...props}
          teclado={c.lectura === 'ciiu' ? 'numeric' : 'text'}
          autocompletar="off"
          ortografia={false}
          ancho={c.lectura === 'ciiu' ? 5 : 20}
        />
      );
  }
}
