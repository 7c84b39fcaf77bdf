import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  Advertencia,
  AreaTexto,
  Aviso,
  Boton,
  CampoArchivo,
  CampoCodigo,
  CampoFecha,
  CampoPesos,
  CampoTexto,
  Casillas,
  Consentimiento,
  Detalles,
  EnlaceBoton,
  EnlaceVolver,
  Etiqueta,
  Ficha,
  Formulario,
  ListaPasos,
  ListaResumen,
  Migas,
  Paginacion,
  Panel,
  ConLado,
  DatosAlLado,
  Dibujo,
  NOMBRES_DE_DIBUJOS,
  Pendientes,
  Radios,
  RegionViva,
  ResumenErrores,
  Selector,
  Tabla,
  Teselas,
  TextoInset,
} from './index.ts';
import { contextoDePrueba } from '../../../pruebas/interfaz/contexto.ts';
import { conContexto } from '../../plataforma/index.ts';
import { paginasVisibles } from './paginacion.tsx';

const MALO = '"><script>alert(1)</script>\'&';

const comunes = (error?: string) => ({ nombre: 'x', etiqueta: 'Etiqueta', ayuda: 'Ayuda', error });
const opciones = [
  { valor: 'a', texto: 'Opción A' },
  { valor: 'b', texto: 'Opción B' },
];

/** Each field with a value typed and, in the second form, with its error. */
const CAMPOS: Record<string, (error?: string) => VNode> = {
  CampoTexto: (e) => <CampoTexto {...comunes(e)} valor="lo escrito" />,
  CampoPesos: (e) => <CampoPesos {...comunes(e)} valor="lo escrito" />,
  CampoCodigo: (e) => <CampoCodigo {...comunes(e)} valor="lo escrito" />,
  CampoFecha: (e) => <CampoFecha {...comunes(e)} valor={{ dia: 'lo escrito', mes: '8', anio: '2026' }} />,
  AreaTexto: (e) => <AreaTexto {...comunes(e)} valor="lo escrito" maximo={10} />,
  Selector: (e) => <Selector {...comunes(e)} valor="b" opciones={opciones} conBusqueda />,
  CampoArchivo: (e) => <CampoArchivo {...comunes(e)} recibido="lo escrito" />,
  Radios: (e) => <Radios {...comunes(e)} valor="b" opciones={opciones} />,
  Casillas: (e) => <Casillas {...comunes(e)} valor={['b']} opciones={opciones} />,
};

describe.each(Object.entries(CAMPOS))('%s', (nombre, campo) => {
  it('conserva lo escrito, con error y sin él', () => {
    for (const html of [renderToString(campo()), renderToString(campo('Falta'))]) {
      if (nombre === 'Selector')
        expect(html).toMatch(/<option [^>]*value="b"[^>]*selected|selected[^>]*value="b"/);
      else if (nombre === 'Radios' || nombre === 'Casillas') expect(html).toMatch(/value="b"[^>]* checked/);
      else expect(html).toContain('lo escrito');
      expect(html.match(/ checked| selected/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it('el error se lee con el campo, y el resumen lleva a un control', () => {
    const html = renderToString(campo('Falta <esto>'));
    expect(html).toContain('<span class="govuk-visually-hidden">Error:</span> Falta &lt;esto>');
    expect(html).toMatch(/aria-describedby="campo-x-ayuda campo-x-error[^"]*"/);
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="campo-x"/);
    const sinError = renderToString(campo());
    expect(sinError).not.toContain('error');
    expect(sinError).toMatch(/aria-describedby="campo-x-ayuda[^"]*"/);
  });

  it('todo lo que describe existe, y ningún id se repite', () => {
    const html = renderToString(campo('Falta'));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const referidos = [...html.matchAll(/(?:aria-describedby|for)="([^"]+)"/g)].flatMap(([, valor = '']) =>
      valor.split(' '),
    );
    for (const referido of referidos) expect(ids).toContain(referido);
  });
});

describe('lo que llega de fuera es texto', () => {
  const m = { nombre: MALO, etiqueta: MALO, ayuda: MALO, error: MALO };
  const opcion = { valor: MALO, texto: MALO, ayuda: MALO, condicional: MALO, sinonimos: MALO };
  const casos: Record<string, VNode> = {
    CampoTexto: <CampoTexto {...m} valor={MALO} prefijo={MALO} sufijo={MALO} autocompletar={MALO} />,
    CampoPesos: <CampoPesos {...m} valor={MALO} />,
    CampoCodigo: <CampoCodigo {...m} valor={MALO} />,
    CampoFecha: <CampoFecha {...m} valor={{ dia: MALO, mes: MALO, anio: MALO }} />,
    AreaTexto: <AreaTexto {...m} valor={`</textarea>${MALO}`} maximo={3} />,
    Selector: (
      <Selector {...m} valor={MALO} opciones={[{ grupo: MALO, opciones: [opcion] }, opcion]} vacia={MALO} />
    ),
    CampoArchivo: <CampoArchivo {...m} acepta={MALO} recibido={MALO} />,
    Radios: <Radios {...m} valor={MALO} opciones={[opcion, { divisor: MALO }]} />,
    Casillas: <Casillas {...m} valor={[MALO]} opciones={[opcion, { divisor: MALO }]} />,
    Consentimiento: <Consentimiento {...m} valor={MALO} valorSi={MALO} />,
    Formulario: (
      <Formulario accion={MALO} ocultos={{ [MALO]: MALO }}>
        {MALO}
      </Formulario>
    ),
    Boton: (
      <Boton nombre={MALO} valor={MALO} accion={MALO}>
        {MALO}
      </Boton>
    ),
    EnlaceBoton: <EnlaceBoton href={MALO}>{MALO}</EnlaceBoton>,
    ResumenErrores: <ResumenErrores errores={{ [MALO]: MALO }} generales={[MALO]} />,
    Aviso: (
      <Aviso titulo={MALO} id={MALO}>
        {MALO}
      </Aviso>
    ),
    ListaResumen: (
      <ListaResumen
        titulo={MALO}
        filas={[{ rotulo: MALO, valor: MALO, acciones: [{ href: MALO, texto: MALO, oculto: MALO }] }]}
      />
    ),
    ListaPasos: (
      <ListaPasos
        actual={1}
        total={2}
        nombre={MALO}
        pasos={[{ nombre: MALO }, { nombre: MALO, href: MALO }]}
      />
    ),
    Paginacion: <Paginacion actual={1} total={3} direccion={() => MALO} etiqueta={MALO} />,
    Tabla: (
      <Tabla
        titulo={MALO}
        columnas={[{ titulo: MALO }, { titulo: MALO }]}
        filas={[[MALO, MALO]]}
        conCabezas
      />
    ),
    Teselas: <Teselas titulo={MALO} teselas={[{ icono: 'qr', texto: MALO, href: MALO, dato: MALO }]} />,
    ConLado: (
      <ConLado lado={MALO} luego={MALO} actua="corto">
        {MALO}
      </ConLado>
    ),
    Ficha: <Ficha titulo={MALO}>{MALO}</Ficha>,
    DatosAlLado: (
      <DatosAlLado titulo={MALO} filas={[{ rotulo: MALO, valor: MALO }]}>
        {MALO}
      </DatosAlLado>
    ),
    Pendientes: (
      <Pendientes
        pendientes={[
          {
            titulo: MALO,
            detalle: MALO,
            urgencia: 'urgente',
            accion: { href: MALO, texto: MALO, oculto: MALO },
          },
        ]}
      />
    ),
    Migas: <Migas migas={[{ texto: MALO, href: MALO }]} />,
    EnlaceVolver: <EnlaceVolver href={MALO} texto={MALO} />,
    Detalles: <Detalles resumen={MALO}>{MALO}</Detalles>,
    Panel: <Panel titulo={MALO}>{MALO}</Panel>,
    TextoInset: <TextoInset>{MALO}</TextoInset>,
    Advertencia: <Advertencia>{MALO}</Advertencia>,
    Etiqueta: <Etiqueta>{MALO}</Etiqueta>,
    RegionViva: <RegionViva id={MALO}>{MALO}</RegionViva>,
  };

  it.each(Object.entries(casos))('%s', (_nombre, vnode) => {
    const html = conContexto(contextoDePrueba({ csrf: () => MALO }), () => renderToString(vnode));
    expect(html).toContain('&lt;script>');
    expect(html).not.toMatch(/<script|<\/textarea>(&quot;|")/);
    // A quote let through would close its attribute: what follows would be a new one.
    expect(html).not.toContain('"><script');
    expect(html).not.toMatch(/="[^"]*"script/);
  });
});

describe('CampoFecha', () => {
  it('marca solo la caja errada, que es a donde lleva el resumen', () => {
    const html = renderToString(
      <CampoFecha
        nombre="f"
        etiqueta="Fecha"
        error="El mes no existe"
        valor={{ dia: '3', mes: '13', anio: '2020' }}
      />,
    );
    expect(html.match(/govuk-input--error/g)).toHaveLength(1);
    expect(html).toMatch(/<input[^>]*govuk-input--error[^>]* id="campo-f" name="f-mes"/);
  });
});

describe('AreaTexto', () => {
  it('un primer renglón en blanco no se pierde: el navegador se come el primer salto', () => {
    expect(renderToString(<AreaTexto nombre="a" etiqueta="A" valor={'\nhola'} />)).toContain(
      '>\n\nhola</textarea>',
    );
    expect(renderToString(<AreaTexto nombre="a" etiqueta="A" valor="hola" />)).toContain('>hola</textarea>');
  });
});

describe('CampoCodigo', () => {
  it('el teléfono puede ofrecer el código del mensaje', () => {
    const html = renderToString(<CampoCodigo nombre="c" etiqueta="Código" />);
    expect(html).toContain('autocomplete="one-time-code"');
    expect(html).not.toContain('inputmode'); // A numeric keypad has no letters, and the code has.
  });
});

describe('Consentimiento', () => {
  it('nunca viene marcado, salvo que la persona ya lo haya marcado', () => {
    expect(renderToString(<Consentimiento nombre="c" etiqueta="Acepto" />)).not.toContain('checked');
    expect(renderToString(<Consentimiento nombre="c" etiqueta="Acepto" valor={['si']} />)).toContain(
      'checked',
    );
  });
});

describe('ResumenErrores', () => {
  it('sin errores no hay nada', () => {
    expect(renderToString(<ResumenErrores errores={{ a: undefined }} />)).toBe('');
  });

  it('cuenta los datos y lleva a cada uno', () => {
    expect(renderToString(<ResumenErrores errores={{ a: 'Falta' }} />)).toContain('Hay un dato por corregir');
    const html = renderToString(<ResumenErrores errores={{ a: 'Falta', b: 'Sobra' }} />);
    expect(html).toContain('Hay 2 datos por corregir');
    expect(html).toContain('<a href="#campo-b">Sobra</a>');
  });
});

describe('ListaPasos', () => {
  it('dice el paso en palabras; la barra es para quien la ve', () => {
    const html = renderToString(<ListaPasos actual={4} total={12} nombre="Actividad" />);
    expect(html).toContain('<strong>Parte 4 de 12</strong>: Actividad');
    expect(html).toContain('aria-hidden="true"><li class="hecho">');
    expect(html.match(/<li/g)).toHaveLength(12);
  });
});

describe('Paginacion', () => {
  it('una sola página no se pagina', () => {
    expect(renderToString(<Paginacion actual={1} total={1} direccion={String} />)).toBe('');
  });

  it.each([
    [1, 3, [1, 2, 3]],
    [5, 12, [1, 'salto', 4, 5, 6, 'salto', 12]],
    [3, 12, [1, 2, 3, 4, 'salto', 12]],
    [4, 5, [1, 2, 3, 4, 5]],
    [12, 12, [1, 'salto', 11, 12]],
  ])('en la página %i de %i se ven %o', (actual, total, visibles) => {
    expect(paginasVisibles(actual, total)).toEqual(visibles);
  });
});

describe('Boton', () => {
  it('no se envía dos veces por pulsarlo dos veces', () => {
    expect(renderToString(<Boton>Enviar</Boton>)).toContain('data-prevent-double-click="true"');
  });
});

describe('Aviso', () => {
  it('solo que algo se hizo interrumpe a quien escucha', () => {
    expect(renderToString(<Aviso tipo="exito">Hecho</Aviso>)).toContain('role="alert"');
    expect(renderToString(<Aviso>Hoy</Aviso>)).toContain('role="region"');
  });
});

describe('Tabla', () => {
  it('cada celda sabe su columna, para cuando se lee como lista', () => {
    const html = renderToString(
      <Tabla
        titulo="Pagos"
        columnas={[{ titulo: 'Concepto' }, { titulo: 'Valor', numerica: true }]}
        filas={[['Renta', '1']]}
        conCabezas
      />,
    );
    expect(html).toContain('scope="row" role="rowheader">Renta');
    expect(html).toMatch(
      /<td class="govuk-table__cell govuk-table__cell--numeric" role="cell" data-columna="Valor">/,
    );
  });
});

it.each(NOMBRES_DE_DIBUJOS)(
  'el dibujo «%s» pesa menos de 2 kB y no dice nada a quien oye la página',
  (nombre) => {
    const html = renderToString(<Dibujo nombre={nombre} />);
    expect(Buffer.byteLength(html)).toBeLessThan(2_000);
    expect(html).toContain('aria-hidden="true"');
    expect(html).not.toMatch(/style=|#[0-9a-f]{3,6}/);
  },
);
