import { fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import {
  Advertencia,
  AreaTexto,
  Aviso,
  Boton,
  camposDe,
  CampoArchivo,
  CampoCodigo,
  CampoFecha,
  CampoPesos,
  CampoTexto,
  Casillas,
  Consentimiento,
  Detalles,
  EnlaceBoton,
  ESTADOS_CON_PAGINA,
  Etiqueta,
  type Errores,
  FechaTexto,
  Formulario,
  GrupoDeBotones,
  Icono,
  InstanteTexto,
  ListaPasos,
  ListaResumen,
  Monto,
  NOMBRES_DE_ICONOS,
  NumeroDeCasilla,
  Pagina,
  PaginaError,
  Paginacion,
  PaginacionSimple,
  Panel,
  Pendientes,
  Radios,
  RegionViva,
  Selector,
  Tabla,
  Teselas,
  TextoInset,
  type Valores,
} from '../../src/interfaz/index.ts';
import type { ContextoDePagina } from '../../src/plataforma/index.ts';
import { Recibo490, RentasDeTrabajo } from './galeria-formularios.tsx';
import { Preguntas, PreguntasConError } from './galeria-preguntas.tsx';

/** Every component of the house, in its normal and in its error state, as pages under their address. */
export function galeria(): Record<string, VNode> {
  return {
    '/': <Inicio />,
    '/pregunta': <Pregunta valores={{}} errores={{}} />,
    '/pregunta-con-error': (
      <Pregunta
        valores={{ actividad: '<b>?' }}
        errores={{ actividad: 'Escriba a qué se dedica con al menos una palabra, por ejemplo «arepas»' }}
      />
    ),
    '/campos': <Campos valores={ESCRITO} errores={{}} />,
    '/campos-con-error': <Campos valores={ESCRITO} errores={CON_ERROR} />,
    '/preguntas': <Preguntas />,
    '/preguntas-con-error': <PreguntasConError />,
    '/formulario-490': <Recibo490 />,
    '/formulario-210-con-error': <RentasDeTrabajo />,
    '/contenido': <Contenido />,
    '/confirmacion': <Confirmacion />,
    ...Object.fromEntries(
      ESTADOS_CON_PAGINA.map((estado) => [
        `/error-${estado}`,
        <PaginaError
          estado={estado}
          codigo="rut.ejemplo"
          referencia="0198c2f4-6c1e-7a10-b3f1-2f6a9e77c0aa"
        />,
      ]),
    ),
  };
}

const persona = { nombre: 'María Fernanda Rojas Montealegre', documento: 'NIT 52.418.906-7' };
const DE_CAMPOS: Partial<ContextoDePagina> = {
  persona,
  actuaPor: {
    nombre: 'Tejidos El Telar S.A.S.',
    documento: 'NIT 900.123.456-8',
    calidad: 'representante legal',
  },
  csrf: () => '"><script>alert(2)</script>',
};

/** Who looks at each page, where somebody signed in. */
export const CONTEXTOS: Readonly<Record<string, Partial<ContextoDePagina>>> = {
  '/': { persona },
  '/contenido': { persona },
  '/campos': DE_CAMPOS,
  '/campos-con-error': DE_CAMPOS,
};

function Inicio(): VNode {
  return (
    <Pagina titulo="Inicio" encabezado="Buenos días, María Fernanda" ancho="ancha">
      <Pendientes
        pendientes={[
          {
            titulo: 'Su declaración de renta vence el jueves 20 de agosto',
            detalle: (
              <>
                Formulario 210, año 2025. Tiene un borrador con un saldo a pagar de{' '}
                <Monto pesos={1_284_000n} />.
              </>
            ),
            urgencia: 'urgente',
            accion: { href: '/pregunta', texto: 'Continuar', oculto: 'la declaración' },
          },
          {
            titulo: 'Pruebe hoy su firma electrónica',
            detalle: 'No la usa desde hace 11 meses. Probarla toma un minuto y no presenta nada.',
            urgencia: 'pronto',
            accion: { href: '/pregunta', texto: 'Probar', oculto: 'la firma' },
          },
          {
            titulo: 'Una notificación sin leer',
            detalle: 'Requerimiento de información, recibido el 6 de agosto.',
            urgencia: 'normal',
            accion: { href: '/pregunta', texto: 'Leer', oculto: 'la notificación' },
          },
        ]}
      />
      <Teselas
        titulo="Consultar"
        teselas={[
          {
            icono: 'calendario',
            texto: 'Próximos vencimientos',
            href: '/contenido',
            dato: '3 en los próximos 60 días',
          },
          { icono: 'balanza', texto: 'Estado de obligaciones', href: '/contenido', dato: 'Está al día' },
          { icono: 'billete', texto: 'Estado de devoluciones', href: '/contenido', dato: '1 en trámite' },
          {
            icono: 'personas',
            texto: 'Información reportada por terceros',
            href: '/contenido',
            dato: '14 reportes de 2025',
          },
          { icono: 'qr', texto: 'RUT por código QR', href: '/contenido', dato: 'Verificar un RUT' },
          { icono: 'recibo', texto: 'Factura electrónica por QR', href: '/contenido' },
          {
            icono: 'tienda',
            texto: 'Responsabilidad de facturar',
            href: '/contenido',
            dato: '¿Quién debe facturar?',
          },
        ]}
      />
      <Teselas
        titulo="Su RUT"
        teselas={[
          { icono: 'archivo', texto: 'Copia del RUT', href: '/contenido', dato: 'Versión 3, activa' },
          { icono: 'lapiz', texto: 'Actualizar el RUT', href: '/campos', dato: 'Dirección, actividad…' },
          { icono: 'correo', texto: 'Correo y teléfono', href: '/contenido', dato: 'm••••@correo.co' },
        ]}
      />
    </Pagina>
  );
}

function Pregunta({ valores, errores }: { valores: Valores; errores: Errores }): VNode {
  const campo = camposDe({ valores, errores });
  return (
    <Pagina
      titulo="¿A qué se dedica?"
      parteDe="Inscripción en el RUT"
      errores={errores}
      volver="/"
      indexable={false}
      antes={
        <ListaPasos
          actual={4}
          total={12}
          nombre="Actividad"
          pasos={['Datos', 'Correo', 'Documento', 'Actividad', 'Dirección', 'Firma'].map((nombre) => ({
            nombre,
            href: '/pregunta',
          }))}
        />
      }
    >
      <Formulario accion="/recibido" ocultos={{ _revision: 3 }}>
        <CampoTexto
          {...campo.texto('actividad')}
          etiqueta="Su actividad, en sus palabras"
          ayuda="Buscamos el código que le corresponde (CIIU). Por ejemplo: «vendo arepas», «conduzco un taxi»."
        />
        <GrupoDeBotones>
          <Boton>Continuar</Boton>
          <a href="/">Guardar y seguir después</a>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>
  );
}

const ESCRITO: Valores = {
  nombre: 'Ana "la mona" <script>alert(1)</script>',
  ingresos: '92.400.000',
  'expedicion-dia': '31',
  'expedicion-mes': '13',
  'expedicion-anio': '2015',
  documento: 'ppt',
  permiso: '1234567',
  responsabilidades: ['05', '48'],
  clase: 'cl',
  municipio: '05001',
  codigo: 'K7M 9TX',
  relato: 'Vendo arepas en la puerta de mi casa.\n  Y a veces empanadas.',
};

const CON_ERROR: Errores = {
  nombre: 'Escriba su nombre como aparece en el documento',
  ingresos: 'Escriba los ingresos en pesos, solo números',
  expedicion: 'El mes debe estar entre 1 y 12',
  documento: 'Elija su tipo de documento',
  responsabilidades: 'Elija al menos una',
  acuerdo: 'Debe aceptar para continuar',
  clase: 'Elija la clase de vía',
  municipio: 'Elija el municipio',
  soporte: 'El archivo supera 5 MB',
  codigo: 'El código venció. Pida otro',
  relato: 'Cuente qué pasó en menos de 120 caracteres',
};

const MUNICIPIOS = [
  {
    grupo: 'Antioquia',
    opciones: [
      ['05001', 'Medellín'],
      ['05042', 'Santa Fe de Antioquia'],
      ['05266', 'Envigado'],
    ],
  },
  { grupo: 'Bogotá, D. C.', opciones: [['11001', 'Bogotá, D. C.']] },
  {
    grupo: 'Guaviare',
    opciones: [
      ['95001', 'San José del Guaviare'],
      ['95025', 'El Retorno'],
    ],
  },
  {
    grupo: 'Nariño',
    opciones: [
      ['52001', 'Pasto'],
      ['52356', 'Ipiales'],
    ],
  },
].map(({ grupo, opciones }) => ({
  grupo,
  opciones: opciones.map(([valor = '', texto = '']) => ({
    valor,
    texto,
    sinonimos: valor === '11001' ? 'Santafé' : undefined,
  })),
}));

function Campos({ valores, errores }: { valores: Valores; errores: Errores }): VNode {
  const campo = camposDe({ valores, errores });
  return (
    <Pagina
      titulo="Todos los campos"
      errores={errores}
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Su RUT', href: '/contenido' },
      ]}
    >
      <Formulario accion="/recibido" ocultos={{ _revision: 1 }} conArchivos>
        <CampoTexto
          {...campo.texto('nombre')}
          etiqueta="Primer nombre"
          autocompletar="given-name"
          ortografia={false}
        />
        <CampoTexto
          {...campo.texto('correo')}
          tipo="email"
          teclado="email"
          etiqueta="Correo electrónico"
          opcional
          ancho={20}
        />
        <CampoPesos
          {...campo.texto('ingresos')}
          etiqueta={
            <>
              <NumeroDeCasilla numero={32} />
              Ingresos brutos
            </>
          }
          ayuda="Está en el certificado 220."
        />
        <CampoFecha {...campo.fecha('expedicion')} etiqueta="Fecha de expedición del documento" />
        <Radios
          {...campo.texto('documento')}
          etiqueta="Tipo de documento"
          ayuda="El que usa en Colombia."
          opciones={[
            { valor: 'cc', texto: 'Cédula de ciudadanía' },
            { valor: 'ce', texto: 'Cédula de extranjería', ayuda: 'La expide Migración Colombia.' },
            { divisor: 'o' },
            {
              valor: 'ppt',
              texto: 'Permiso por protección temporal',
              condicional: (
                <CampoTexto
                  {...campo.texto('permiso')}
                  etiqueta="Número del permiso"
                  ancho={10}
                  teclado="numeric"
                />
              ),
            },
          ]}
        />
        <Radios
          {...campo.texto('vende')}
          etiqueta="¿Vende a crédito?"
          enLinea
          opciones={[
            { valor: 'si', texto: 'Sí' },
            { valor: 'no', texto: 'No' },
          ]}
        />
        <Casillas
          {...campo.varios('responsabilidades')}
          etiqueta="Responsabilidades"
          opciones={[
            { valor: '05', texto: '05 Renta, régimen ordinario', ayuda: 'Personas obligadas a declarar.' },
            { valor: '48', texto: '48 Impuesto sobre las ventas' },
            { divisor: 'o' },
            { valor: 'ninguna', texto: 'Ninguna de las anteriores', exclusiva: true },
          ]}
        />
        <Consentimiento
          {...campo.varios('acuerdo')}
          etiqueta="Acepto que la oficina trate mis datos"
          ayuda="Puede retirarlo cuando quiera."
        />
        <Selector
          {...campo.texto('clase')}
          etiqueta="Clase de vía"
          ancho={10}
          opciones={[
            { valor: 'cl', texto: 'Calle' },
            { valor: 'kr', texto: 'Carrera' },
          ]}
        />
        <Selector
          {...campo.texto('municipio')}
          etiqueta="Municipio"
          ayuda="Escriba las primeras letras."
          conBusqueda
          opciones={MUNICIPIOS}
        />
        <CampoArchivo
          {...campo.texto('soporte')}
          etiqueta="Soporte"
          ayuda="PDF o foto, hasta 5 MB."
          acepta="application/pdf,image/jpeg"
          recibido="cédula.pdf"
        />
        <CampoCodigo
          {...campo.texto('codigo')}
          etiqueta="Código que le enviamos"
          ayuda="Son letras y números."
        />
        <AreaTexto {...campo.texto('relato')} etiqueta="Cuente qué pasó" maximo={120} />
        <AreaTexto {...campo.texto('otro')} etiqueta="Algo más" opcional filas={3} />
        <GrupoDeBotones>
          <Boton nombre="_accion" valor="guardar">
            Guardar y continuar
          </Boton>
          <Boton variante="secundario">Recalcular</Boton>
          <Boton variante="peligro">Borrar el borrador</Boton>
          <Boton variante="enlace">Pedir otro código</Boton>
        </GrupoDeBotones>
      </Formulario>
    </Pagina>
  );
}

function Contenido(): VNode {
  return (
    <Pagina titulo="Contenido" ancho="ancha">
      <Aviso>Hoy hay un cupo de videoatención a las 9:30.</Aviso>
      <Aviso tipo="importante" id="aviso-2">
        <p>
          El plazo se movió por el <a href="/">Decreto 1 de 2026</a>.
        </p>
      </Aviso>
      <ListaResumen
        titulo="Sus datos"
        filas={[
          {
            rotulo: 'Nombre',
            valor: 'María Fernanda Rojas',
            acciones: [{ href: '/pregunta', oculto: 'el nombre' }],
          },
          { rotulo: 'NIT', valor: '52.418.906-7' },
          {
            rotulo: 'Dirección',
            valor: 'Calle 10 # 43A-30, Medellín',
            acciones: [{ href: '/pregunta', oculto: 'la dirección' }],
          },
          { rotulo: 'Estado', valor: <Etiqueta tono="bien">Activo</Etiqueta> },
        ]}
      />
      <ListaResumen filas={[{ rotulo: 'Radicado', valor: '2026RU000000017' }]} />
      <Tabla
        titulo="Pagos de 2025"
        conCabezas
        columnas={[
          { titulo: 'Concepto' },
          { titulo: 'Fecha' },
          { titulo: 'Estado' },
          { titulo: 'Valor', numerica: true },
        ]}
        filas={[
          [
            'Renta',
            <FechaTexto fecha={fecha('2025-08-12')} />,
            <Etiqueta tono="bien">Pagado</Etiqueta>,
            <Monto pesos={1_284_000n} />,
          ],
          [
            'IVA',
            <FechaTexto fecha={fecha('2025-05-02')} />,
            <Etiqueta tono="ojo">En proceso</Etiqueta>,
            <Monto pesos={-2_850_000n} />,
          ],
          [
            'Retención',
            <InstanteTexto instante={new Date('2025-03-04T15:04:05Z')} />,
            <Etiqueta tono="mal">Rechazado</Etiqueta>,
            <Monto pesos={66_731_000n} />,
          ],
        ]}
      />
      <Tabla titulo="Sin filas" columnas={[{ titulo: 'A' }]} filas={[]} vacia="No hay pagos de ese año." />
      <Paginacion
        actual={5}
        total={12}
        direccion={(pagina) => `/contenido?pagina=${pagina}`}
        etiqueta="Páginas de pagos"
      />
      <PaginacionSimple anterior="/contenido?a" siguiente="/contenido?b" etiqueta="Páginas de radicados" />
      <Detalles resumen="¿Por qué este valor?">
        <p>La ley acepta lo que usted pidió, hasta un tope.</p>
        <p class="nota">Estatuto Tributario, artículo 336, numeral 3.</p>
      </Detalles>
      <TextoInset>Puede seguir después, desde otro dispositivo.</TextoInset>
      <Advertencia>Si no presenta la declaración a tiempo, puede pagar una sanción.</Advertencia>
      <p>
        <Etiqueta>Borrador</Etiqueta> <Etiqueta tono="informacion">En estudio</Etiqueta>
      </p>
      <RegionViva id="sello" recargarCada={1}>
        <p>Estamos sellando su documento…</p>
      </RegionViva>
      <p class="iconos">
        {NOMBRES_DE_ICONOS.map((nombre) => (
          <Icono nombre={nombre} />
        ))}
      </p>
    </Pagina>
  );
}

function Confirmacion(): VNode {
  return (
    <Pagina titulo="Inscripción recibida" encabezado={null} indexable={false} recargarCada={5}>
      <Aviso tipo="exito">Guardamos sus respuestas.</Aviso>
      <Panel titulo="Quedó inscrito en el RUT">
        Su NIT es
        <br />
        <strong>52.418.906-7</strong>
      </Panel>
      <p>Le enviamos la copia a su correo.</p>
      <EnlaceBoton href="/contenido">Descargar la copia</EnlaceBoton>
      <p>
        <EnlaceBoton href="/pregunta" inicio>
          Inscribirse ahora
        </EnlaceBoton>
      </p>
    </Pagina>
  );
}
