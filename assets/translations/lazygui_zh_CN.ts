<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;Code as Script…</source>
        <translation>将代码保存为脚本(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a Python script that builds the network and prints its shapes</source>
        <translation>保存一个 Python 脚本，它构建网络并打印各处的形状</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>创建副本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Move Selection</source>
        <translation>移动所选节点(&amp;M)</translation>
    </message>
    <message>
        <source>Move &amp;Left</source>
        <translation>左移(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;Right</source>
        <translation>右移(&amp;R)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100%(&amp;1)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Show &amp;Layers</source>
        <translation>显示组件面板(&amp;L)</translation>
    </message>
    <message>
        <source>Show In&amp;spector</source>
        <translation>显示属性面板(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;Code and Run Log</source>
        <translation>显示代码和运行日志(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Follow the System</source>
        <translation>跟随系统(&amp;F)</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run Sample</source>
        <translation>运行样本(&amp;R)</translation>
    </message>
    <message>
        <source>Send a random tensor through the network</source>
        <translation>让一个随机张量走过网络</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the run at once</source>
        <translation>立即停止运行</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重置(&amp;E)</translation>
    </message>
    <message>
        <source>Make every layer uninitialized again</source>
        <translation>让每个层回到未初始化的状态</translation>
    </message>
    <message>
        <source>&amp;Train Mode</source>
        <translation>训练模式(&amp;T)</translation>
    </message>
    <message>
        <source>Run dropout and normalization as in training</source>
        <translation>让暂退法和规范化按训练时的方式运行</translation>
    </message>
    <message>
        <source>&amp;New Seed</source>
        <translation>更换随机种子(&amp;N)</translation>
    </message>
    <message>
        <source>Draw another seed for weights and samples</source>
        <translation>为权重和样本另取一个随机种子</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Search Layers</source>
        <translation>搜索层(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Canvas</source>
        <translation>画布(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>属性面板(&amp;I)</translation>
    </message>
    <message>
        <source>C&amp;ode</source>
        <translation>代码(&amp;O)</translation>
    </message>
    <message>
        <source>Run &amp;Log</source>
        <translation>运行日志(&amp;L)</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>连接(&amp;N)</translation>
    </message>
    <message>
        <source>Connect the selected node to another one by keyboard</source>
        <translation>用键盘将所选节点连接到另一个节点</translation>
    </message>
    <message>
        <source>N&amp;ext Node</source>
        <translation>下一个节点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>上一个节点(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About LazyGUI</source>
        <translation>关于 LazyGUI(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ArgumentForm</name>
    <message>
        <source>Arguments</source>
        <translation>实参</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>This version does not know {type}. It is kept as it is and cannot run.</source>
        <translation>此版本不认识 {type}。它会原样保留，但无法运行。</translation>
    </message>
    <message>
        <source>This version does not know what follows. It is kept, but the layer cannot run with it.</source>
        <translation>此版本不认识以下内容。它们会被保留，但该层因此无法运行。</translation>
    </message>
    <message>
        <source>This layer has no arguments.</source>
        <translation>该层没有实参。</translation>
    </message>
</context>
<context>
    <name>ArgumentRow</name>
    <message>
        <source>Reset {argument} to the default</source>
        <translation>将“{argument}”恢复为默认值</translation>
    </message>
    <message>
        <source>Back to the default: {value}</source>
        <translation>恢复默认值：{value}</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>More than {low}.</source>
        <translation>大于 {low}。</translation>
    </message>
    <message>
        <source>At least {low}.</source>
        <translation>至少为 {low}。</translation>
    </message>
    <message>
        <source>At most {high}.</source>
        <translation>至多为 {high}。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>weight {state}</source>
        <translation>权重{state}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{port}, output of {node}, connected to {other}</source>
        <translation>{port}，{node} 的输出，已连接到 {other}</translation>
    </message>
    <message>
        <source>{port}, output of {node}, not connected</source>
        <translation>{port}，{node} 的输出，未连接</translation>
    </message>
    <message>
        <source>{port}, input of {node}, connected to {other}</source>
        <translation>{port}，{node} 的输入，已连接到 {other}</translation>
    </message>
    <message>
        <source>{port}, input of {node}, not connected</source>
        <translation>{port}，{node} 的输入，未连接</translation>
    </message>
    <message>
        <source>Nothing can be connected to {source}: no free input fits. Esc leaves.</source>
        <translation>{source} 无法连接到任何节点：没有合适的空闲输入。按 Esc 退出。</translation>
    </message>
    <message>
        <source>Connect {source} to {target}? Enter connects, arrows choose, Esc leaves.</source>
        <translation>将 {source} 连接到 {target}？按 Enter 连接，按方向键选择，按 Esc 退出。</translation>
    </message>
    <message>
        <source>Remove the edge from {source} to {target}? Enter removes, arrows choose, Esc leaves.</source>
        <translation>移除从 {source} 到 {target} 的边？按 Enter 移除，按方向键选择，按 Esc 退出。</translation>
    </message>
    <message>
        <source>uninitialized</source>
        <translation>未初始化</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>运行中…</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已到达</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>has run</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>unknown layer</source>
        <translation>未知的层</translation>
    </message>
    <message>
        <source>{n} params</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>no finite value</source>
        <translation>没有有限的值</translation>
    </message>
    <message>
        <source>constant {value}</source>
        <translation>常量 {value}</translation>
    </message>
    <message>
        <source>Waits for {node}.</source>
        <translation>等待 {node}。</translation>
    </message>
    <message>
        <source>Received {shapes}.</source>
        <translation>收到 {shapes}。</translation>
    </message>
    <message>
        <source>PyTorch: {words}</source>
        <translation>PyTorch：{words}</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Choose one node first, then connect it.</source>
        <translation>请先选择一个节点，再连接它。</translation>
    </message>
    <message>
        <source>Drag an Input and layers here, or press / to search for them.</source>
        <translation>请先将一个 Input、再将其他层拖到这里，或按 / 键搜索。</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <source>Slope of the function below zero.</source>
        <translation>函数在零以下的斜率。</translation>
    </message>
    <message>
        <source>Smallest slope</source>
        <translation>最小斜率</translation>
    </message>
    <message>
        <source>Lower end of the range from which the slope below zero is drawn in training.</source>
        <translation>训练时，零以下的斜率从一个区间中随机抽取；这是该区间的下界。</translation>
    </message>
    <message>
        <source>Largest slope</source>
        <translation>最大斜率</translation>
    </message>
    <message>
        <source>Upper end of the range from which the slope below zero is drawn in training.</source>
        <translation>训练时，零以下的斜率从一个区间中随机抽取；这是该区间的上界。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>alpha</translation>
    </message>
    <message>
        <source>Depth of the saturation: far below zero the output tends to minus alpha.</source>
        <translation>饱和的深度：输入远小于零时，输出趋于负的 alpha。</translation>
    </message>
    <message>
        <source>Approximation</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>none computes the exact function, tanh a faster approximation of it.</source>
        <translation>none 计算精确的函数，tanh 计算更快的近似。</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>beta</translation>
    </message>
    <message>
        <source>Sharpness of the bend at zero; the larger it is, the closer the function is to ReLU.</source>
        <translation>零附近弯曲的锐利程度；值越大，函数越接近 ReLU。</translation>
    </message>
    <message>
        <source>Linear above</source>
        <translation>线性阈值</translation>
    </message>
    <message>
        <source>Where beta times the input exceeds this, the function is the input itself.</source>
        <translation>beta 与输入之积超过此值时，函数就是输入本身。</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>lambda</translation>
    </message>
    <message>
        <source>Values whose magnitude does not exceed this become zero.</source>
        <translation>绝对值不超过此值的元素变为零。</translation>
    </message>
    <message>
        <source>Smallest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Smaller values become this one.</source>
        <translation>更小的值变为此值。</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Larger values become this one. It must exceed the smallest value.</source>
        <translation>更大的值变为此值。它必须大于最小值。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Values above this pass unchanged.</source>
        <translation>大于此值的元素原样通过。</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>替换值</translation>
    </message>
    <message>
        <source>What the values at or below the threshold become.</source>
        <translation>小于或等于阈值的元素变成的值。</translation>
    </message>
    <message>
        <source>Rectified linear unit (ReLU)</source>
        <translation>修正线性单元（ReLU）</translation>
    </message>
    <message>
        <source>Keeps what is positive and makes the rest zero: max(0, x).</source>
        <translation>保留正值，其余变为零：max(0, x)。</translation>
    </message>
    <message>
        <source>ReLU as a function</source>
        <translation>ReLU（函数形式）</translation>
    </message>
    <message>
        <source>Computes max(0, x) in the forward function, with no module of its own.</source>
        <translation>在前向传播函数中计算 max(0, x)，自身不是模块。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>ReLU with a small slope below zero, so that no unit dies.</source>
        <translation>零以下带有小斜率的 ReLU，避免单元“死亡”。</translation>
    </message>
    <message>
        <source>Randomized leaky ReLU</source>
        <translation>随机带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU whose slope below zero is random in training and fixed in prediction.</source>
        <translation>零以下的斜率在训练时随机、在预测时固定的带泄漏的 ReLU。</translation>
    </message>
    <message>
        <source>ReLU up to 6</source>
        <translation>上限为 6 的 ReLU</translation>
    </message>
    <message>
        <source>Limits values to between 0 and 6.</source>
        <translation>把值限制在 0 与 6 之间。</translation>
    </message>
    <message>
        <source>Exponential linear unit (ELU)</source>
        <translation>指数线性单元（ELU）</translation>
    </message>
    <message>
        <source>The input above zero, and alpha (exp(x) - 1) below.</source>
        <translation>零以上为输入本身，零以下为 alpha (exp(x) - 1)。</translation>
    </message>
    <message>
        <source>Scaled exponential linear unit (SELU)</source>
        <translation>缩放指数线性单元（SELU）</translation>
    </message>
    <message>
        <source>ELU with fixed constants that keep mean 0 and variance 1 through deep networks.</source>
        <translation>带有固定常数的 ELU，使深层网络保持均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Continuously differentiable ELU (CELU)</source>
        <translation>连续可微指数线性单元（CELU）</translation>
    </message>
    <message>
        <source>ELU with exp(x / alpha), which is smooth at zero for every alpha.</source>
        <translation>使用 exp(x / alpha) 的 ELU，对任何 alpha 在零处都光滑。</translation>
    </message>
    <message>
        <source>Gaussian error linear unit (GELU)</source>
        <translation>高斯误差线性单元（GELU）</translation>
    </message>
    <message>
        <source>The input times the probability that a normal variable is below it.</source>
        <translation>输入乘以标准正态变量小于它的概率。</translation>
    </message>
    <message>
        <source>Sigmoid linear unit (SiLU)</source>
        <translation>sigmoid 线性单元（SiLU）</translation>
    </message>
    <message>
        <source>The input times its sigmoid, also known as Swish.</source>
        <translation>输入乘以它的 sigmoid，也称为 Swish。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>The input times the hyperbolic tangent of its softplus.</source>
        <translation>输入乘以其 softplus 的双曲正切。</translation>
    </message>
    <message>
        <source>Hard Swish</source>
        <translation>分段线性 Swish</translation>
    </message>
    <message>
        <source>Swish in straight pieces, cheap enough for small devices.</source>
        <translation>用直线段近似的 Swish，计算量小，适合小型设备。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>Squeezes values into (0, 1): 1 / (1 + exp(-x)).</source>
        <translation>把值压缩到 (0, 1)：1 / (1 + exp(-x))。</translation>
    </message>
    <message>
        <source>Log sigmoid</source>
        <translation>对数 sigmoid</translation>
    </message>
    <message>
        <source>The logarithm of the sigmoid, computed stably.</source>
        <translation>sigmoid 的对数，计算在数值上稳定。</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>分段线性 sigmoid</translation>
    </message>
    <message>
        <source>Sigmoid in straight pieces: 0 below -3, 1 above 3.</source>
        <translation>用直线段近似的 sigmoid：小于 -3 时为 0，大于 3 时为 1。</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>Squeezes values into (-1, 1).</source>
        <translation>把值压缩到 (-1, 1)。</translation>
    </message>
    <message>
        <source>Hard hyperbolic tangent</source>
        <translation>分段线性双曲正切</translation>
    </message>
    <message>
        <source>Limits values to between two bounds.</source>
        <translation>把值限制在两个界限之间。</translation>
    </message>
    <message>
        <source>Tanh shrinkage</source>
        <translation>双曲正切收缩</translation>
    </message>
    <message>
        <source>The input less its hyperbolic tangent.</source>
        <translation>输入减去它的双曲正切。</translation>
    </message>
    <message>
        <source>Soft shrinkage</source>
        <translation>软收缩</translation>
    </message>
    <message>
        <source>Moves every value towards zero by lambda, and stops at zero.</source>
        <translation>让每个值向零移动 lambda，到零为止。</translation>
    </message>
    <message>
        <source>Hard shrinkage</source>
        <translation>硬收缩</translation>
    </message>
    <message>
        <source>Makes values near zero exactly zero and keeps the others.</source>
        <translation>把接近零的值变为零，其余保持不变。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>A smooth ReLU: log(1 + exp(beta x)) / beta.</source>
        <translation>平滑的 ReLU：log(1 + exp(beta x)) / beta。</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>softsign</translation>
    </message>
    <message>
        <source>Squeezes values into (-1, 1): x / (1 + |x|).</source>
        <translation>把值压缩到 (-1, 1)：x / (1 + |x|)。</translation>
    </message>
    <message>
        <source>Keeps values above a threshold and replaces the others.</source>
        <translation>保留大于阈值的值，替换其余的值。</translation>
    </message>
    <message>
        <source>Gated linear unit (GLU)</source>
        <translation>门控线性单元（GLU）</translation>
    </message>
    <message>
        <source>Halves an axis: the first half times the sigmoid of the second.</source>
        <translation>把一个轴分成两半：前一半乘以后一半的 sigmoid。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>Turns the values along an axis into probabilities that sum to 1.</source>
        <translation>把一个轴上的值变成总和为 1 的概率。</translation>
    </message>
    <message>
        <source>Log softmax</source>
        <translation>对数 softmax</translation>
    </message>
    <message>
        <source>The logarithm of softmax along an axis, computed stably.</source>
        <translation>沿一个轴的 softmax 的对数，计算在数值上稳定。</translation>
    </message>
    <message>
        <source>Softmin</source>
        <translation>softmin</translation>
    </message>
    <message>
        <source>Softmax of the negated input: the smallest value gets the largest probability.</source>
        <translation>对取负后的输入做 softmax：最小的值得到最大的概率。</translation>
    </message>
    <message>
        <source>Softmax over channels</source>
        <translation>通道上的 softmax</translation>
    </message>
    <message>
        <source>Softmax over the channels of every pixel of a (N, C, H, W) or (C, H, W) input.</source>
        <translation>对形状为 (N, C, H, W) 或 (C, H, W) 的输入，在每个像素的通道上做 softmax。</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>输入特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the input. The lazy layer finds it by itself.</source>
        <translation>输入最后一个轴的长度。延后初始化的层会自行推断它。</translation>
    </message>
    <message>
        <source>Output features</source>
        <translation>输出特征数</translation>
    </message>
    <message>
        <source>Length of the last axis of the output: the number of units of the layer.</source>
        <translation>输出最后一个轴的长度，即该层的单元数。</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>输入通道数</translation>
    </message>
    <message>
        <source>Number of channels of the input. The lazy layer finds it by itself.</source>
        <translation>输入的通道数。延后初始化的层会自行推断它。</translation>
    </message>
    <message>
        <source>Output channels</source>
        <translation>输出通道数</translation>
    </message>
    <message>
        <source>Number of channels of the output: how many filters the layer learns.</source>
        <translation>输出的通道数，即该层学习的滤波器个数。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征数</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Learn a bias that is added to the output.</source>
        <translation>学习一个加到输出上的偏置。</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>Size of the sliding window in elements: one number for all axes, or one for each.</source>
        <translation>滑动窗口的大小（元素个数）：所有轴共用一个数，或每个轴各一个数。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many elements the window moves at each step; 2 halves the resolution.</source>
        <translation>窗口每次移动的元素个数；取 2 时分辨率减半。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis.</source>
        <translation>每个轴两端各填充的元素个数。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀</translation>
    </message>
    <message>
        <source>Distance between neighbouring elements of the window; 1 leaves no gaps.</source>
        <translation>窗口中相邻元素的间距；取 1 时没有空隙。</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>Small number added to the variance, so that nothing is divided by zero.</source>
        <translation>加到方差上的小常数，避免除以零。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>The axis to work along, counted from 0; -1 is the last one.</source>
        <translation>沿哪个轴计算，从 0 数起；-1 表示最后一个轴。</translation>
    </message>
    <message>
        <source>First axis</source>
        <translation>起始轴</translation>
    </message>
    <message>
        <source>The first axis to join, counted from 0; 1 keeps the batch apart.</source>
        <translation>从哪个轴开始合并，从 0 数起；取 1 时批量轴不参与合并。</translation>
    </message>
    <message>
        <source>Last axis</source>
        <translation>结束轴</translation>
    </message>
    <message>
        <source>The last axis to join, itself included; -1 is the last one.</source>
        <translation>合并到哪个轴为止（包含该轴）；-1 表示最后一个轴。</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>原地计算</translation>
    </message>
    <message>
        <source>Overwrite the input to save memory. Other readers of the input see the new values.</source>
        <translation>覆盖输入以节省内存。读取同一输入的其他层会看到新值。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>组数</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split. It must divide both input channels and output channels.</source>
        <translation>把通道分成多少组。它必须同时整除输入通道数和输出通道数。</translation>
    </message>
    <message>
        <source>Padding values</source>
        <translation>填充内容</translation>
    </message>
    <message>
        <source>What the padding holds: zeros, the mirrored input, its edge repeated, or its other end.</source>
        <translation>填充什么内容：零、输入的镜像、重复的边缘，或输入的另一端。</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis; same keeps the size at stride 1, valid adds none.</source>
        <translation>每个轴两端各填充的元素个数；same 在步幅为 1 时保持大小不变，valid 不填充。</translation>
    </message>
    <message>
        <source>Number of elements that the output loses at both ends of each axis.</source>
        <translation>输出在每个轴的两端各去掉的元素个数。</translation>
    </message>
    <message>
        <source>How far apart neighbouring inputs land in the output; 2 doubles the resolution.</source>
        <translation>相邻的输入元素在输出中的间距；取 2 时分辨率加倍。</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <source>Number of elements added at one end of the output. It must be less than the stride or the dilation.</source>
        <translation>在输出一端添加的元素个数。它必须小于步幅或膨胀。</translation>
    </message>
    <message>
        <source>Slides learned filters over the input, whose number of channels it finds at the first run.</source>
        <translation>让学习到的滤波器在输入上滑动；输入通道数在首次运行时推断。</translation>
    </message>
    <message>
        <source>Slides learned filters over the input.</source>
        <translation>让学习到的滤波器在输入上滑动。</translation>
    </message>
    <message>
        <source>Enlarges the input with learned filters; it finds the number of input channels at the first run.</source>
        <translation>用学习到的滤波器放大输入；输入通道数在首次运行时推断。</translation>
    </message>
    <message>
        <source>Enlarges the input with learned filters: the mirror image of a convolution.</source>
        <translation>用学习到的滤波器放大输入，与卷积的方向相反。</translation>
    </message>
    <message>
        <source>1-D convolution, lazy</source>
        <translation>一维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>2-D convolution, lazy</source>
        <translation>二维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>3-D convolution, lazy</source>
        <translation>三维卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>1-D transposed convolution, lazy</source>
        <translation>一维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>2-D transposed convolution, lazy</source>
        <translation>二维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>3-D transposed convolution, lazy</source>
        <translation>三维转置卷积层（延后初始化）</translation>
    </message>
    <message>
        <source>1-D convolution</source>
        <translation>一维卷积层</translation>
    </message>
    <message>
        <source>2-D convolution</source>
        <translation>二维卷积层</translation>
    </message>
    <message>
        <source>3-D convolution</source>
        <translation>三维卷积层</translation>
    </message>
    <message>
        <source>1-D transposed convolution</source>
        <translation>一维转置卷积层</translation>
    </message>
    <message>
        <source>2-D transposed convolution</source>
        <translation>二维转置卷积层</translation>
    </message>
    <message>
        <source>3-D transposed convolution</source>
        <translation>三维转置卷积层</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Length of each axis of the sample tensor, the batch size first.</source>
        <translation>样本张量每个轴的长度，批量大小在最前。</translation>
    </message>
    <message>
        <source>Data type</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>Type of the elements. Most layers take float32; an embedding takes integers.</source>
        <translation>元素的类型。多数层接受 float32；嵌入层接受整数。</translation>
    </message>
    <message>
        <source>Values from</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <source>rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. randint: integers from 0 to below the upper bound. values: the numbers that you give.</source>
        <translation>rand：[0, 1) 上的均匀分布。randn：均值为 0、标准差为 1 的正态分布。randint：从 0 到上界（不含）的整数。values：由你给出的数。</translation>
    </message>
    <message>
        <source>Upper bound</source>
        <translation>上界</translation>
    </message>
    <message>
        <source>For randint: every number drawn is at least 0 and less than this.</source>
        <translation>用于 randint：抽取的每个数都不小于 0 且小于此值。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>For values: nested rows of numbers in the shape given above; None otherwise.</source>
        <translation>用于 values：按上面的形状逐行嵌套给出的数；其他情况为 None。</translation>
    </message>
    <message>
        <source>Sample tensor</source>
        <translation>样本张量</translation>
    </message>
    <message>
        <source>Makes the tensor that walks through the network, random or given.</source>
        <translation>生成走过网络的张量，可以随机，也可以给定。</translation>
    </message>
    <message>
        <source>Fully connected, lazy</source>
        <translation>全连接层（延后初始化）</translation>
    </message>
    <message>
        <source>Multiplies the last axis by a weight matrix, whose width it finds at the first run, and adds a bias.</source>
        <translation>把最后一个轴乘以权重矩阵并加上偏置；矩阵的宽度在首次运行时推断。</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Multiplies the last axis by a learned weight matrix and adds a bias.</source>
        <translation>把最后一个轴乘以学习到的权重矩阵，并加上偏置。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>The second tensor is multiplied by this first.</source>
        <translation>第二个张量先乘以此数。</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>Adds two tensors element by element, with broadcasting: the end of a residual connection.</source>
        <translation>按元素相加两个张量，支持广播；残差连接以它结尾。</translation>
    </message>
    <message>
        <source>Subtraction</source>
        <translation>减法</translation>
    </message>
    <message>
        <source>Takes the second tensor from the first, element by element, with broadcasting.</source>
        <translation>从第一个张量中按元素减去第二个张量，支持广播。</translation>
    </message>
    <message>
        <source>Multiplication</source>
        <translation>乘法</translation>
    </message>
    <message>
        <source>Multiplies two tensors element by element, with broadcasting.</source>
        <translation>按元素相乘两个张量，支持广播。</translation>
    </message>
    <message>
        <source>Matrix multiplication</source>
        <translation>矩阵乘法</translation>
    </message>
    <message>
        <source>Multiplies matrices over the last two axes; the axes before them are broadcast.</source>
        <translation>在最后两个轴上做矩阵乘法；前面的轴按广播处理。</translation>
    </message>
    <message>
        <source>Concatenation</source>
        <translation>连结</translation>
    </message>
    <message>
        <source>Joins any number of tensors along one axis; their other axes must agree.</source>
        <translation>沿一个轴连结任意多个张量；其余的轴必须一致。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance; None takes the plain mean over all batches.</source>
        <translation>最新批量在移动平均的均值和方差中所占的比例；None 表示对所有批量取普通均值。</translation>
    </message>
    <message>
        <source>Share of the newest batch in the running mean and variance.</source>
        <translation>最新批量在移动平均的均值和方差中所占的比例。</translation>
    </message>
    <message>
        <source>Learned scale</source>
        <translation>可学习的缩放</translation>
    </message>
    <message>
        <source>Learn a scale, and with it a shift, for every channel.</source>
        <translation>为每个通道学习缩放，以及随之的平移。</translation>
    </message>
    <message>
        <source>Learn a scale for every element of the normalized shape.</source>
        <translation>为规范化形状中的每个元素学习缩放。</translation>
    </message>
    <message>
        <source>Running statistics</source>
        <translation>移动统计量</translation>
    </message>
    <message>
        <source>Keep a running mean and variance in training and use them in prediction.</source>
        <translation>训练时记录均值和方差的移动平均，预测时使用它们。</translation>
    </message>
    <message>
        <source>Learn a shift as well, where a scale is learned.</source>
        <translation>在学习缩放的同时也学习平移。</translation>
    </message>
    <message>
        <source>Normalized shape</source>
        <translation>规范化形状</translation>
    </message>
    <message>
        <source>Lengths of the last axes of the input, over which it is normalized.</source>
        <translation>输入最后几个轴的长度，规范化在这些轴上进行。</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split. It must divide their number.</source>
        <translation>把通道分成多少组。它必须整除通道数。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Number of channels of the input.</source>
        <translation>输入的通道数。</translation>
    </message>
    <message>
        <source>Brings every channel to mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation>在批量上使每个通道均值为 0、方差为 1，然后缩放并平移。</translation>
    </message>
    <message>
        <source>Brings every channel of every example by itself to mean 0 and variance 1.</source>
        <translation>使每个样本的每个通道各自均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Batch normalization 1-D, lazy</source>
        <translation>一维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 2-D, lazy</source>
        <translation>二维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 3-D, lazy</source>
        <translation>三维批量规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 1-D, lazy</source>
        <translation>一维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 2-D, lazy</source>
        <translation>二维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Instance normalization 3-D, lazy</source>
        <translation>三维实例规范化（延后初始化）</translation>
    </message>
    <message>
        <source>Batch normalization 1-D</source>
        <translation>一维批量规范化</translation>
    </message>
    <message>
        <source>Batch normalization 2-D</source>
        <translation>二维批量规范化</translation>
    </message>
    <message>
        <source>Batch normalization 3-D</source>
        <translation>三维批量规范化</translation>
    </message>
    <message>
        <source>Instance normalization 1-D</source>
        <translation>一维实例规范化</translation>
    </message>
    <message>
        <source>Instance normalization 2-D</source>
        <translation>二维实例规范化</translation>
    </message>
    <message>
        <source>Instance normalization 3-D</source>
        <translation>三维实例规范化</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>层规范化</translation>
    </message>
    <message>
        <source>Brings every example to mean 0 and variance 1 over its last axes.</source>
        <translation>在最后几个轴上使每个样本均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Group normalization</source>
        <translation>组规范化</translation>
    </message>
    <message>
        <source>Brings groups of channels of every example to mean 0 and variance 1.</source>
        <translation>使每个样本的每组通道均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Root mean square normalization</source>
        <translation>均方根规范化</translation>
    </message>
    <message>
        <source>Small number added to the mean square, so that nothing is divided by zero; None takes the smallest step of the data type at 1.</source>
        <translation>加到均方值上的小常数，避免除以零；None 表示取该数据类型在 1 处的最小间隔。</translation>
    </message>
    <message>
        <source>Divides every example by its root mean square over its last axes.</source>
        <translation>把每个样本除以它在最后几个轴上的均方根。</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>Round the size of the output up, so that a window over the edge counts too.</source>
        <translation>把输出大小向上取整，使越过边缘的窗口也计算在内。</translation>
    </message>
    <message>
        <source>Count padding</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <source>Let the zeros of the padding take part in the mean.</source>
        <translation>让填充的零参与求均值。</translation>
    </message>
    <message>
        <source>Divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>Divide the sum of a window by this; None divides by the number of its elements.</source>
        <translation>窗口之和除以此数；None 表示除以窗口的元素个数。</translation>
    </message>
    <message>
        <source>How many elements the window moves at each step; None moves it by its own size.</source>
        <translation>窗口每次移动的元素个数；None 表示移动窗口自身的大小。</translation>
    </message>
    <message>
        <source>Number of elements added at both ends of each axis; at most half the kernel size.</source>
        <translation>每个轴两端各填充的元素个数；至多为窗口大小的一半。</translation>
    </message>
    <message>
        <source>Size of the output, whatever the size of the input.</source>
        <translation>输出的大小，与输入的大小无关。</translation>
    </message>
    <message>
        <source>Size of the output, whatever the size of the input, for all axes or for each; None keeps an axis.</source>
        <translation>输出的大小，与输入的大小无关；可以所有轴共用一个数，或每个轴各一个数；None 表示保持该轴不变。</translation>
    </message>
    <message>
        <source>Output size</source>
        <translation>输出大小</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window.</source>
        <translation>保留每个窗口中的最大值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window.</source>
        <translation>取每个窗口的均值。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window, with windows that fit the output size.</source>
        <translation>保留每个窗口中的最大值，窗口按输出大小自动确定。</translation>
    </message>
    <message>
        <source>Takes the mean of each window, with windows that fit the output size.</source>
        <translation>取每个窗口的均值，窗口按输出大小自动确定。</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Size of each axis behind the channels; None where a scale is given instead.</source>
        <translation>通道之后每个轴的大小；改为给出缩放倍数时为 None。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放倍数</translation>
    </message>
    <message>
        <source>Factor by which each axis grows; None where an output size is given instead.</source>
        <translation>每个轴放大的倍数；改为给出输出大小时为 None。</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值方式</translation>
    </message>
    <message>
        <source>How new values are found. linear needs a 3-D input, bilinear and bicubic a 4-D, trilinear a 5-D one.</source>
        <translation>如何求出新的值。linear 需要 3 维输入，bilinear 和 bicubic 需要 4 维输入，trilinear 需要 5 维输入。</translation>
    </message>
    <message>
        <source>Align corners</source>
        <translation>对齐角点</translation>
    </message>
    <message>
        <source>Let the centres of the corner elements of input and output coincide. Only linear, bilinear, bicubic and trilinear take it; None means no.</source>
        <translation>让输入与输出角上元素的中心重合。只有 linear、bilinear、bicubic 和 trilinear 接受它；None 表示否。</translation>
    </message>
    <message>
        <source>Recompute scale</source>
        <translation>重新计算倍数</translation>
    </message>
    <message>
        <source>Interpolate with the scale that the rounded output size gives; None means no.</source>
        <translation>用取整后的输出大小算出的倍数来插值；None 表示否。</translation>
    </message>
    <message>
        <source>Enlarges the input by interpolation and learns nothing.</source>
        <translation>通过插值放大输入，没有可学习的参数。</translation>
    </message>
    <message>
        <source>Max pooling 1-D</source>
        <translation>一维最大汇聚层</translation>
    </message>
    <message>
        <source>Max pooling 2-D</source>
        <translation>二维最大汇聚层</translation>
    </message>
    <message>
        <source>Max pooling 3-D</source>
        <translation>三维最大汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 1-D</source>
        <translation>一维平均汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 2-D</source>
        <translation>二维平均汇聚层</translation>
    </message>
    <message>
        <source>Average pooling 3-D</source>
        <translation>三维平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 1-D</source>
        <translation>一维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 2-D</source>
        <translation>二维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive max pooling 3-D</source>
        <translation>三维自适应最大汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 1-D</source>
        <translation>一维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 2-D</source>
        <translation>二维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Adaptive average pooling 3-D</source>
        <translation>三维自适应平均汇聚层</translation>
    </message>
    <message>
        <source>Dropout probability</source>
        <translation>暂退概率</translation>
    </message>
    <message>
        <source>Probability with which an element or a channel is dropped in training, from 0 to 1.</source>
        <translation>训练时元素或通道被置零的概率，从 0 到 1。</translation>
    </message>
    <message>
        <source>In training, makes whole channels zero at random and scales up the others.</source>
        <translation>训练时随机把整个通道置零，并放大其余通道。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>暂退法</translation>
    </message>
    <message>
        <source>In training, makes elements zero at random and scales up the others.</source>
        <translation>训练时随机把元素置零，并放大其余元素。</translation>
    </message>
    <message>
        <source>Dropout of 1-D channels</source>
        <translation>一维通道暂退法</translation>
    </message>
    <message>
        <source>Dropout of 2-D channels</source>
        <translation>二维通道暂退法</translation>
    </message>
    <message>
        <source>Dropout of 3-D channels</source>
        <translation>三维通道暂退法</translation>
    </message>
    <message>
        <source>Alpha dropout</source>
        <translation>alpha 暂退法</translation>
    </message>
    <message>
        <source>Dropout for SELU networks: it keeps mean 0 and variance 1.</source>
        <translation>用于 SELU 网络的暂退法：保持均值为 0、方差为 1。</translation>
    </message>
    <message>
        <source>Alpha dropout of channels</source>
        <translation>通道 alpha 暂退法</translation>
    </message>
    <message>
        <source>Alpha dropout of whole channels.</source>
        <translation>对整个通道做 alpha 暂退法。</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>Number of vectors. Every index of the input must be less than this.</source>
        <translation>向量的个数。输入中的每个索引都必须小于此数。</translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation>嵌入维度</translation>
    </message>
    <message>
        <source>Length of each vector: a new last axis of the output.</source>
        <translation>每个向量的长度，成为输出新的最后一个轴。</translation>
    </message>
    <message>
        <source>Padding index</source>
        <translation>填充索引</translation>
    </message>
    <message>
        <source>Index whose vector is zero at the start and never learns; None for none.</source>
        <translation>该索引的向量初始为零且不参与学习；None 表示没有。</translation>
    </message>
    <message>
        <source>Largest norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Vectors whose norm is larger are shortened to it when used; None leaves them alone.</source>
        <translation>使用时，范数更大的向量会缩短到此值；None 表示不处理。</translation>
    </message>
    <message>
        <source>Order of the norm</source>
        <translation>范数的阶</translation>
    </message>
    <message>
        <source>The p of the p-norm that the largest norm speaks of; 2 is the length.</source>
        <translation>最大范数所用的 p 范数中的 p；2 即向量的长度。</translation>
    </message>
    <message>
        <source>Scale gradient by frequency</source>
        <translation>按频率缩放梯度</translation>
    </message>
    <message>
        <source>Divide the gradient of a vector by how often its index occurs in the minibatch.</source>
        <translation>把向量的梯度除以其索引在小批量中出现的次数。</translation>
    </message>
    <message>
        <source>Sparse gradient</source>
        <translation>稀疏梯度</translation>
    </message>
    <message>
        <source>Keep gradients only for the vectors used. Few optimizers take such gradients.</source>
        <translation>只为用到的向量保存梯度。接受这种梯度的优化器很少。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>Looks up a learned vector for every integer of the input.</source>
        <translation>为输入中的每个整数查找一个学习到的向量。</translation>
    </message>
    <message>
        <source>New axes</source>
        <translation>新的轴</translation>
    </message>
    <message>
        <source>Lengths of the axes that take the place of the old one; one of them may be -1, the rest.</source>
        <translation>取代原有轴的各个轴的长度；其中一个可以为 -1，表示其余部分。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Joins all axes but the batch into one.</source>
        <translation>把批量轴以外的所有轴合并为一个。</translation>
    </message>
    <message>
        <source>Flatten as a function</source>
        <translation>展平（函数形式）</translation>
    </message>
    <message>
        <source>Joins neighbouring axes into one, the batch included unless the first axis is 1.</source>
        <translation>把相邻的轴合并为一个；除非起始轴为 1，否则批量轴也包含在内。</translation>
    </message>
    <message>
        <source>Unflatten</source>
        <translation>还原展平</translation>
    </message>
    <message>
        <source>Splits one axis into several.</source>
        <translation>把一个轴拆成多个。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Passes the input on unchanged.</source>
        <translation>把输入原样传出。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>规范化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>汇聚</translation>
    </message>
    <message>
        <source>Regularization</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>waits for {node}</source>
        <translation>等待 {node}</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>received: {shapes}</source>
        <translation>收到：{shapes}</translation>
    </message>
    <message>
        <source>PyTorch: {words}</source>
        <translation>PyTorch：{words}</translation>
    </message>
    <message>
        <source>--input {text}: write a node and its shape, as in x=2,20.</source>
        <translation>--input {text}：请写节点及其形状，例如 x=2,20。</translation>
    </message>
    <message>
        <source>--input {text}: “{node}” is no Input. Inputs are: {names}.</source>
        <translation>--input {text}：“{node}”不是 Input。现有的 Input：{names}。</translation>
    </message>
    <message>
        <source>the window cannot open, for something is missing:</source>
        <translation>窗口无法打开，因为缺少以下内容：</translation>
    </message>
    <message>
        <source>there is no display to open the window on: set DISPLAY. lazygui run, code and doctor need none.</source>
        <translation>没有可供打开窗口的显示器：请设置 DISPLAY。lazygui run、code 和 doctor 不需要显示器。</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code to the clipboard</source>
        <translation>将代码复制到剪贴板</translation>
    </message>
    <message>
        <source>Save as script…</source>
        <translation>保存为脚本…</translation>
    </message>
    <message>
        <source>Save a script that runs by itself and prints the shapes</source>
        <translation>保存一个可以独立运行并打印形状的脚本</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>making the environment</source>
        <translation>创建环境</translation>
    </message>
    <message>
        <source>Python packages</source>
        <translation>Python 软件包</translation>
    </message>
    <message>
        <source>libraries for drawing</source>
        <translation>绘图所需的库</translation>
    </message>
    <message>
        <source>libraries for a window under X</source>
        <translation>X 窗口所需的库</translation>
    </message>
    <message>
        <source>a font that draws Chinese</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>a display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>programs for tests in a window</source>
        <translation>窗口测试所需的程序</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>install LazyGUI again.</source>
        <translation>请重新安装 LazyGUI。</translation>
    </message>
    <message>
        <source>LazyGUI needs 3.11 or newer.</source>
        <translation>LazyGUI 需要 3.11 或更新的版本。</translation>
    </message>
    <message>
        <source>without it, python -m venv fails.</source>
        <translation>没有它，python -m venv 会失败。</translation>
    </message>
    <message>
        <source>it crashes on this Python: pip install &apos;PySide6-Essentials&lt;6.12&apos;, or take Python 3.12.</source>
        <translation>它在此版本的 Python 上会崩溃：请运行 pip install &apos;PySide6-Essentials&lt;6.12&apos;，或改用 Python 3.12。</translation>
    </message>
    <message>
        <source>none: Chinese is drawn as boxes.</source>
        <translation>无：中文会显示为方框。</translation>
    </message>
    <message>
        <source>none: the window cannot open here, but lazygui run, code and doctor work.</source>
        <translation>无：窗口无法在此打开，但 lazygui run、code 和 doctor 可以使用。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>什么都不缺。</translation>
    </message>
    <message>
        <source>To install what the system lacks, type:</source>
        <translation>要安装系统所缺的内容，请输入：</translation>
    </message>
    <message>
        <source>Install, with the package manager of this system, what provides: {names}.</source>
        <translation>请用本系统的软件包管理器安装提供以下内容的软件包：{names}。</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>addition of {subject}</source>
        <translation>添加 {subject}</translation>
    </message>
    <message>
        <source>addition of {count} nodes</source>
        <translation>添加 {count} 个节点</translation>
    </message>
    <message>
        <source>pasting of {subject}</source>
        <translation>粘贴 {subject}</translation>
    </message>
    <message>
        <source>pasting of {count} nodes</source>
        <translation>粘贴 {count} 个节点</translation>
    </message>
    <message>
        <source>duplication as {subject}</source>
        <translation>创建副本 {subject}</translation>
    </message>
    <message>
        <source>duplication of {count} nodes</source>
        <translation>创建 {count} 个节点的副本</translation>
    </message>
    <message>
        <source>deletion of {subject}</source>
        <translation>删除 {subject}</translation>
    </message>
    <message>
        <source>deletion of {count} nodes</source>
        <translation>删除 {count} 个节点</translation>
    </message>
    <message>
        <source>deletion of an edge</source>
        <translation>删除一条边</translation>
    </message>
    <message>
        <source>deletion of {count} edges</source>
        <translation>删除 {count} 条边</translation>
    </message>
    <message>
        <source>move of {subject}</source>
        <translation>移动 {subject}</translation>
    </message>
    <message>
        <source>move of {count} nodes</source>
        <translation>移动 {count} 个节点</translation>
    </message>
    <message>
        <source>connection to {subject}</source>
        <translation>连接到 {subject}</translation>
    </message>
    <message>
        <source>reconnection to {subject}</source>
        <translation>改接到 {subject}</translation>
    </message>
    <message>
        <source>insertion of {subject} into an edge</source>
        <translation>将 {subject} 插入边中</translation>
    </message>
    <message>
        <source>renaming of {subject}</source>
        <translation>重命名 {subject}</translation>
    </message>
    <message>
        <source>change of {subject}</source>
        <translation>更改 {subject}</translation>
    </message>
</context>
<context>
    <name>FailureBox</name>
    <message>
        <source>Received: {shapes}</source>
        <translation>收到：{shapes}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A fault in LazyGUI</source>
        <translation>LazyGUI 出错</translation>
    </message>
    <message>
        <source>Something went wrong in LazyGUI itself. The drawing is still open: save it.</source>
        <translation>LazyGUI 自身发生了错误。网络图仍然打开着：请保存它。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>“{path}” is no longer there; it was taken from the recent files.</source>
        <translation>“{path}”已不存在；已将其从最近的文件中移除。</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开此文件</translation>
    </message>
    <message>
        <source>Opened {path}</source>
        <translation>已打开 {path}</translation>
    </message>
    <message>
        <source>The drawing is not saved</source>
        <translation>网络图未保存</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>已保存到 {path}</translation>
    </message>
    <message>
        <source>The script is not saved</source>
        <translation>脚本未保存</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The attribute path of the layer in the model, such as fc1 or b2.conv1.</source>
        <translation>层在模型中的属性路径，例如 fc1 或 b2.conv1。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About LazyGUI</source>
        <translation>关于 LazyGUI</translation>
    </message>
    <message>
        <source>Draw a PyTorch network, run a sample, and see every weight find its shape.</source>
        <translation>画出 PyTorch 网络，运行样本，看每个权重找到自己的形状。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>属性面板</translation>
    </message>
    <message>
        <source>Click a layer to edit its arguments and see its parameters. Arrow keys go from layer to layer.</source>
        <translation>单击一个层，即可编辑它的实参并查看它的参数。方向键可在层之间移动。</translation>
    </message>
    <message>
        <source>Drag a layer from the palette onto the canvas, or choose one and press Enter.</source>
        <translation>请从组件面板将一个层拖到画布上，或选择一个层并按 Enter。</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>All of them are {type}. Select one to edit its arguments.</source>
        <translation>它们都是 {type}。选择其中一个即可编辑它的实参。</translation>
    </message>
    <message>
        <source>They are of {count} different types. Select one to edit its arguments.</source>
        <translation>它们属于 {count} 种类型。选择其中一个即可编辑它的实参。</translation>
    </message>
    <message>
        <source>{count} nodes selected</source>
        <translation>已选择 {count} 个节点</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>边</translation>
    </message>
    <message>
        <source>{count} connections selected</source>
        <translation>已选择 {count} 条边</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>training mode</source>
        <translation>训练模式</translation>
    </message>
    <message>
        <source>evaluation mode</source>
        <translation>预测模式</translation>
    </message>
    <message>
        <source>seed {seed} · {mode}</source>
        <translation>随机种子 {seed} · {mode}</translation>
    </message>
    <message>
        <source>Run sample</source>
        <translation>运行样本</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>✓ Done</source>
        <translation>✓ 完成</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{name}[*] — LazyGUI</source>
        <translation>{name}[*] — LazyGUI</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 个节点</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} 个节点</translation>
    </message>
    <message>
        <source>parameters unknown until a sample has run</source>
        <translation>运行样本后才能知道参数数量</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>&amp;Undo {edit}</source>
        <translation>撤销“{edit}”(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {edit}</source>
        <translation>重做“{edit}”(&amp;R)</translation>
    </message>
    <message>
        <source>The clipboard holds no layers. Copy some nodes first.</source>
        <translation>剪贴板中没有层。请先复制一些节点。</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing that it has shown is kept.</source>
        <translation>运行已取消，已显示的结果都不保留。</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Name of the node</source>
        <translation>节点的名称</translation>
    </message>
</context>
<context>
    <name>NumberGrid</name>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>数据类型</translation>
    </message>
    <message>
        <source>count</source>
        <translation>元素数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>零值</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>无穷</translation>
    </message>
</context>
<context>
    <name>OutputSection</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Computed in {time}.</source>
        <translation>计算用时 {time}。</translation>
    </message>
    <message>
        <source>The sample came through here, and failed further on.</source>
        <translation>样本经过了这里，在后面失败。</translation>
    </message>
    <message>
        <source>Waits for {node}.</source>
        <translation>等待 {node}。</translation>
    </message>
    <message>
        <source>Nothing came out: the layer failed.</source>
        <translation>没有输出：该层失败。</translation>
    </message>
    <message>
        <source>The sample is in this layer now.</source>
        <translation>样本正在该层中。</translation>
    </message>
    <message>
        <source>Not known yet: run a sample.</source>
        <translation>尚未知：请运行样本。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search layers</source>
        <translation>搜索层</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>No layer is called “{query}”. Try another word.</source>
        <translation>没有名为“{query}”的层。请换一个词试试。</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>This layer learns nothing: it has no parameters.</source>
        <translation>该层不学习：它没有参数。</translation>
    </message>
    <message>
        <source>Uninitialized: run a sample to see its values.</source>
        <translation>未初始化：运行样本即可看到它的值。</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>count</source>
        <translation>频数</translation>
    </message>
    <message>
        <source>Histogram of {name}</source>
        <translation>{name} 的直方图</translation>
    </message>
    <message>
        <source>This tensor has no elements.</source>
        <translation>该张量没有元素。</translation>
    </message>
    <message>
        <source>No value is finite.</source>
        <translation>没有有限的值。</translation>
    </message>
    <message>
        <source>Every value is the same: constant {value}.</source>
        <translation>所有值都相同：常量 {value}。</translation>
    </message>
    <message>
        <source>Not every value is finite: {nans} NaN and {infinities} infinite of {count}.</source>
        <translation>并非所有值都有限：{count} 个值中有 {nans} 个 NaN、{infinities} 个无穷。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>“{node}” has no output {port}: start the edge at another one.</source>
        <translation>“{node}”没有输出 {port}：请从其他输出开始连接。</translation>
    </message>
    <message>
        <source>“{node}” has no input {port}: end the edge at another one.</source>
        <translation>“{node}”没有输入 {port}：请连接到其他输入。</translation>
    </message>
    <message>
        <source>“{node}” cannot feed itself: connect it to another node.</source>
        <translation>“{node}”不能连接到自身：请连接到其他节点。</translation>
    </message>
    <message>
        <source>This input of “{node}” is already fed by “{by}”: delete that edge first.</source>
        <translation>“{node}”的这个输入已由“{by}”提供：请先删除那条边。</translation>
    </message>
    <message>
        <source>This edge closes a cycle through “{node}”: a tensor cannot come back to a layer that it has passed.</source>
        <translation>这条边会形成经过“{node}”的环：张量不能回到已经经过的层。</translation>
    </message>
    <message>
        <source>There is no node called “{node}”.</source>
        <translation>没有名为“{node}”的节点。</translation>
    </message>
    <message>
        <source>“{node}” cannot be an attribute of a module: use letters, digits and _, begin with a letter, and separate groups with dots, as in b2.conv1.</source>
        <translation>“{node}”不能作为模块的属性名：请使用字母、数字和 _，以字母开头，用点分隔各组，例如 b2.conv1。</translation>
    </message>
    <message>
        <source>“{node}” holds a word that Python keeps for itself: choose another.</source>
        <translation>“{node}”含有 Python 的保留字：请换一个名称。</translation>
    </message>
    <message>
        <source>“{node}” holds a name that every PyTorch module uses for itself: choose another.</source>
        <translation>“{node}”含有 PyTorch 模块自身使用的名称：请换一个名称。</translation>
    </message>
    <message>
        <source>Another node is already called “{node}”: choose another name.</source>
        <translation>已有名为“{node}”的节点：请换一个名称。</translation>
    </message>
    <message>
        <source>“{node}” and “{other}” exclude each other: one name cannot be a layer and a group. Rename one of them.</source>
        <translation>“{node}”与“{other}”相互冲突：一个名称不能既是层又是组。请重命名其中一个。</translation>
    </message>
    <message>
        <source>“{node}” takes no argument “{argument}”: remove it.</source>
        <translation>“{node}”没有实参“{argument}”：请将其删除。</translation>
    </message>
    <message>
        <source>“{argument}” needs a value.</source>
        <translation>“{argument}”必须有值。</translation>
    </message>
    <message>
        <source>“{argument}” is either true or false, not {value}.</source>
        <translation>“{argument}”只能为真或假，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be one of {choices}, not {value}.</source>
        <translation>“{argument}”必须是 {choices} 之一，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be made of whole numbers; {value} is not.</source>
        <translation>“{argument}”必须由整数构成，而 {value} 不是。</translation>
    </message>
    <message>
        <source>“{argument}” must be a number, not {value}.</source>
        <translation>“{argument}”必须是数字，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be a finite number, not {value}.</source>
        <translation>“{argument}”必须是有限的数，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be greater than {minimum}, not {value}.</source>
        <translation>“{argument}”必须大于 {minimum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be at least {minimum}, not {value}.</source>
        <translation>“{argument}”至少为 {minimum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be at most {maximum}, not {value}.</source>
        <translation>“{argument}”至多为 {maximum}，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” must be one whole number, or {axes} of them separated by commas, not {value}.</source>
        <translation>“{argument}”必须是一个整数，或用逗号分隔的 {axes} 个整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>“{argument}” takes one number, or {axes} of them (one for each axis), not {got}.</source>
        <translation>“{argument}”需要一个数，或 {axes} 个数（每个轴一个），而不是 {got} 个。</translation>
    </message>
    <message>
        <source>“{argument}” must be rows of numbers that all have the same length, as in [[1, 2], [3, 4]].</source>
        <translation>“{argument}”必须是长度相同的若干行数字，例如 [[1, 2], [3, 4]]。</translation>
    </message>
    <message>
        <source>The network is empty: add an Input and a layer.</source>
        <translation>网络是空的：请添加一个 Input 和一个层。</translation>
    </message>
    <message>
        <source>The network has no Input: add one, for a sample starts there.</source>
        <translation>网络没有 Input：请添加一个，样本从那里开始。</translation>
    </message>
    <message>
        <source>LazyGUI does not know the layer {type} of “{node}”: it is kept, but cannot run. Replace it to run.</source>
        <translation>LazyGUI 不认识“{node}”的层 {type}：它会原样保留，但无法运行。要运行请将其替换。</translation>
    </message>
    <message>
        <source>“{node}” has a member “{member}” that this version does not understand: remove it to run.</source>
        <translation>此版本不认识“{node}”的成员“{member}”：要运行请将其删除。</translation>
    </message>
    <message>
        <source>“{node}” needs an edge to {inputs}: connect an output to it.</source>
        <translation>“{node}”的 {inputs} 需要一条边：请将一个输出连接到它。</translation>
    </message>
    <message>
        <source>“{node}” cannot be filled by {fill} as {dtype}: choose randint, or a floating data type.</source>
        <translation>“{node}”的数据类型为 {dtype}，不能用 {fill} 填充：请选择 randint，或选择浮点数据类型。</translation>
    </message>
    <message>
        <source>The upper bound {high} of “{node}” is too large for {dtype}: lower it, or choose a wider data type.</source>
        <translation>“{node}”的上界 {high} 超出 {dtype} 的范围：请减小它，或选择更宽的数据类型。</translation>
    </message>
    <message>
        <source>The values of “{node}” have the shape {got}, but its shape says {expected}: make them agree.</source>
        <translation>“{node}”的值的形状为 {got}，但其形状设为 {expected}：请使二者一致。</translation>
    </message>
    <message>
        <source>“{node}” would need {bytes} of memory, and {available} are free: make it or its input smaller.</source>
        <translation>“{node}”需要 {bytes} 内存，而可用的只有 {available}：请减小它或其输入。</translation>
    </message>
    <message>
        <source>There is not enough memory for “{node}”: make it or its input smaller.</source>
        <translation>内存不足以容纳“{node}”：请减小它或其输入。</translation>
    </message>
    <message>
        <source>PyTorch cannot build {layer} of “{node}” with these arguments: change them.</source>
        <translation>PyTorch 无法用这些实参构造“{node}”的 {layer}：请更改它们。</translation>
    </message>
    <message>
        <source>{layer} of “{node}” cannot take what it received: change its arguments or what feeds it.</source>
        <translation>“{node}”的 {layer} 无法处理收到的输入：请更改它的实参或上游的节点。</translation>
    </message>
    <message>
        <source>{layer} of “{node}” computes with floating numbers, but received {dtype}: change the Input&apos;s data type.</source>
        <translation>“{node}”的 {layer} 使用浮点数计算，却收到了 {dtype}：请更改 Input 的数据类型。</translation>
    </message>
    <message>
        <source>The weights of “{node}” are {expected}, but it received {dtype}: change the Input&apos;s data type to {expected}.</source>
        <translation>“{node}”的权重是 {expected}，收到的却是 {dtype}：请把输入的数据类型改为 {expected}。</translation>
    </message>
    <message>
        <source>{layer} of “{node}” expects {expected} features, but received {got}: set {argument} to {got}, or make the layer lazy.</source>
        <translation>“{node}”的 {layer} 需要 {expected} 个特征，却收到了 {got} 个：请将 {argument} 设为 {got}，或改用延后初始化的层。</translation>
    </message>
    <message>
        <source>{layer} of “{node}” expects {expected} channels, but received {got}: set {argument} to {got}, or make the layer lazy.</source>
        <translation>“{node}”的 {layer} 需要 {expected} 个通道，却收到了 {got} 个：请将 {argument} 设为 {got}，或改用延后初始化的层。</translation>
    </message>
    <message>
        <source>“{node}” cannot combine {first} with {second}: the lengths {a} and {b} at axis {axis} differ, and none is 1.</source>
        <translation>“{node}”无法将 {first} 与 {second} 合并：轴 {axis} 上的长度 {a} 与 {b} 不同，且都不是 1。</translation>
    </message>
    <message>
        <source>The engine failed in a way that nobody foresaw: run again.</source>
        <translation>引擎发生了未预料到的错误：请重新运行。</translation>
    </message>
    <message>
        <source>The engine ended in the middle of “{node}”: make the layer smaller, or run again.</source>
        <translation>引擎在运行“{node}”时终止：请减小该层，或重新运行。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Save it elsewhere.</source>
        <translation>无法写入 {path}：{reason}。请保存到其他位置。</translation>
    </message>
    <message>
        <source>{path} holds more than {limit}, so it is no drawing: choose another file.</source>
        <translation>{path} 超过了 {limit}，不是网络图：请选择其他文件。</translation>
    </message>
    <message>
        <source>The text is not UTF-8: save it in that encoding.</source>
        <translation>文本不是 UTF-8：请用该编码保存。</translation>
    </message>
    <message>
        <source>A string holds half a character (a lone surrogate): remove it.</source>
        <translation>某个字符串含有半个字符（孤立的代理项）：请将其删除。</translation>
    </message>
    <message>
        <source>This is not JSON: at column {column} there should be {expected}.</source>
        <translation>这不是 JSON：第 {column} 列处应为{expected}。</translation>
    </message>
    <message>
        <source>{text} is not a finite number: write one.</source>
        <translation>{text} 不是有限的数：请写一个有限的数。</translation>
    </message>
    <message>
        <source>More than {limit} objects and arrays stand inside one another: flatten them.</source>
        <translation>对象和数组的嵌套超过 {limit} 层：请减少嵌套。</translation>
    </message>
    <message>
        <source>The node “{node}” is already there, at line {first_line}: rename one of the two.</source>
        <translation>节点“{node}”在第 {first_line} 行已经存在：请重命名其中一个。</translation>
    </message>
    <message>
        <source>The member “{key}” is already there, at line {first_line}: remove one of the two.</source>
        <translation>成员“{key}”在第 {first_line} 行已经存在：请删除其中一个。</translation>
    </message>
    <message>
        <source>This is no LazyGUI document: it must be an object that begins with &quot;format&quot;: &quot;{format}&quot;.</source>
        <translation>这不是 LazyGUI 文档：它必须是以 &quot;format&quot;: &quot;{format}&quot; 开头的对象。</translation>
    </message>
    <message>
        <source>The format “{found}” is none of LazyGUI&apos;s: a document of this version says “{format}”.</source>
        <translation>格式“{found}”不是 LazyGUI 的格式：此版本的文档应写“{format}”。</translation>
    </message>
    <message>
        <source>The document has the format {found}, and this version reads {format}: open it with a newer LazyGUI.</source>
        <translation>文档的格式为 {found}，而此版本读取 {format}：请用更新的 LazyGUI 打开。</translation>
    </message>
    <message>
        <source>The member “{member}” is missing: add it.</source>
        <translation>缺少成员“{member}”：请添加。</translation>
    </message>
    <message>
        <source>“{member}” must be {expected}.</source>
        <translation>“{member}”必须是{expected}。</translation>
    </message>
    <message>
        <source>“{node}” has no type: give it one, such as &quot;nn.LazyLinear&quot;.</source>
        <translation>“{node}”没有类型：请为它指定类型，例如 &quot;nn.LazyLinear&quot;。</translation>
    </message>
    <message>
        <source>An edge must be two names in brackets, as in [&quot;x&quot;, &quot;fc1&quot;].</source>
        <translation>一条边必须是方括号中的两个名称，例如 [&quot;x&quot;, &quot;fc1&quot;]。</translation>
    </message>
    <message>
        <source>“{end}” names no port: write a number behind the colon, as in &quot;cat:1&quot;.</source>
        <translation>“{end}”没有指明端口：请在冒号后写数字，例如 &quot;cat:1&quot;。</translation>
    </message>
    <message>
        <source>The edge ends at “{end}”, and no node is called so: add it, or remove the edge.</source>
        <translation>边的一端是“{end}”，但没有这个名称的节点：请添加该节点，或删除这条边。</translation>
    </message>
    <message>
        <source>The place of “{node}” must be two numbers, as in [240, 0].</source>
        <translation>“{node}”的位置必须是两个数，例如 [240, 0]。</translation>
    </message>
    <message>
        <source>The edges make a cycle ({nodes}), so that no node could be first: remove one of them.</source>
        <translation>这些边形成了环（{nodes}），没有节点可以最先运行：请删除其中一条。</translation>
    </message>
    <message>
        <source>an object in braces</source>
        <translation>花括号括起的对象</translation>
    </message>
    <message>
        <source>an array in brackets</source>
        <translation>方括号括起的数组</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一个值</translation>
    </message>
    <message>
        <source>a name in double quotes</source>
        <translation>双引号括起的名称</translation>
    </message>
    <message>
        <source>a well-formed string</source>
        <translation>格式正确的字符串</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>文本的结尾</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>a comma or a closing brace</source>
        <translation>逗号或右花括号</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>逗号或右方括号</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>第 {line} 行：{sentence}</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QtDialogs</name>
    <message>
        <source>Open a drawing</source>
        <translation>打开网络图</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存网络图</translation>
    </message>
    <message>
        <source>Save the code as a script</source>
        <translation>将代码保存为脚本</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>否则这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Don&apos;t Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore a drawing</source>
        <translation>恢复网络图</translation>
    </message>
    <message>
        <source>LazyGUI ended while “{name}” was not saved.</source>
        <translation>LazyGUI 上次结束时，“{name}”尚未保存。</translation>
    </message>
    <message>
        <source>There is a copy of {when}. Restore it?</source>
        <translation>有一份 {when} 的副本。要恢复它吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Run sample</source>
        <translation>运行样本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed draws the same sample and the same weights</source>
        <translation>相同的随机种子产生相同的样本和相同的权重</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>State of the drawing</source>
        <translation>网络图的状态</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>Running {node}…</source>
        <translation>正在运行 {node}…</translation>
    </message>
    <message>
        <source>Starting PyTorch…</source>
        <translation>正在启动 PyTorch…</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>PyTorch {version} ready</source>
        <translation>PyTorch {version} 已就绪</translation>
    </message>
    <message>
        <source>Engine stopped: {reason}</source>
        <translation>引擎已终止：{reason}</translation>
    </message>
    <message>
        <source>Engine stopped and was started again: {reason}</source>
        <translation>引擎已终止并重新启动：{reason}</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>Run a sample: every node tells here what it received and what it made of it.</source>
        <translation>请运行样本：每个节点会在这里说明它收到了什么、输出了什么。</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行日志</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Run log</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Code and run log</source>
        <translation>代码和运行日志</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>缩放到 100%</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the drawing into the window</source>
        <translation>使网络图适合窗口</translation>
    </message>
</context>
</TS>
